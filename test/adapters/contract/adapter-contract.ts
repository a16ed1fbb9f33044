// What the product may rely on, whatever the platform: the same cases over every real adapter and its sandbox.

import { describe } from 'vitest'
import { describeAfterthoughts } from './afterthoughts.ts'
import { describeChangingFiles } from './changing-files.ts'
import type { ContractSetup } from './contract-setup.ts'
import { describeFailing } from './failing.ts'
import { describeFailingFiles } from './failing-files.ts'
import { describeFormatting } from './formatting.ts'
import { describeReceiving } from './receiving.ts'
import { describeReceivingFiles } from './receiving-files.ts'
import { describeRestarting } from './restarting.ts'
import { describeSending } from './sending.ts'
import { describeSendingFiles } from './sending-files.ts'
import { describeStarting } from './starting.ts'

export function adapterContract(setup: ContractSetup): void {
  describe(`the ${setup.platform} adapter`, () => {
    describeStarting(setup)
    describeReceiving(setup)
    describeFormatting(setup)
    describeSending(setup)
    describeAfterthoughts(setup)
    describeReceivingFiles(setup)
    describeSendingFiles(setup)
    describeChangingFiles(setup)
    describeFailingFiles(setup)
    describeFailing(setup)
    describeRestarting(setup)
  })
}
