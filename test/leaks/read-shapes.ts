import path from 'node:path'
import ts from 'typescript5'
import { root } from '../house/root.ts'
import type { Field, Shape } from './shape.ts'

/**
 * The shapes of types as they are declared in the installed packages: what the next version of them brings is there as soon as it is
 * installed. `types` names them as TypeScript would, by what `imports` brings in.
 */
export function readShapes<Name extends string>(
  imports: string,
  types: Readonly<Record<Name, string>>,
): (name: Name) => Shape {
  const file = path.join(root, 'test/leaks/wanted.virtual.ts')
  const lines = Object.entries(types).map(([name, type]) => `  ${name}: ${String(type)}`)
  const text = `${imports}\nexport interface Wanted {\n${lines.join('\n')}\n}\n`
  const options: ts.CompilerOptions = {
    module: ts.ModuleKind.NodeNext,
    target: ts.ScriptTarget.ES2022,
    lib: ['lib.es5.d.ts'],
    types: [],
    strict: true,
    exactOptionalPropertyTypes: true,
  }
  const host = ts.createCompilerHost(options)
  const { getSourceFile, fileExists, readFile } = host
  host.fileExists = (name) => name === file || fileExists.call(host, name)
  host.readFile = (name) => (name === file ? text : readFile.call(host, name))
  host.getSourceFile = (name, target) =>
    name === file ? ts.createSourceFile(name, text, target) : getSourceFile.call(host, name, target)
  const program = ts.createProgram([file], options, host)
  const checker = program.getTypeChecker()
  const source = program.getSourceFile(file)
  const symbol = source && checker.getSymbolAtLocation(source)
  const wanted = symbol && checker.getExportsOfModule(symbol)[0]
  if (!wanted) throw new Error('The types could not be read.')
  const shapes = new Map(
    createReader(checker)
      .fieldsOf(checker.getDeclaredTypeOfSymbol(wanted))
      .map(({ name, shape }) => [name, shape]),
  )
  return (name) => {
    const shape = shapes.get(name)
    if (!shape || shape.kind === 'unknown') throw new Error(`${name} is no type any more.`)
    return shape
  }
}

function createReader(checker: ts.TypeChecker) {
  const known = new Map<ts.Type, Shape>()
  let lastId = 0
  const nextId = (): number => (lastId += 1)

  function shapeOf(type: ts.Type): Shape {
    const found = known.get(type)
    if (found) return found
    const shape = read(type)
    known.set(type, shape)
    return shape
  }

  function read(type: ts.Type): Shape {
    const { flags } = type
    if (flags & ts.TypeFlags.BooleanLike && !(flags & ts.TypeFlags.BooleanLiteral))
      return { kind: 'boolean' }
    if (type.isStringLiteral() || type.isNumberLiteral())
      return { kind: 'fixed', value: type.value }
    if (flags & ts.TypeFlags.BooleanLiteral)
      return { kind: 'fixed', value: checker.typeToString(type) === 'true' }
    if (flags & ts.TypeFlags.Null) return { kind: 'fixed', value: null }
    if (type.isUnion()) return choice(type.types)
    if (flags & ts.TypeFlags.StringLike) return { kind: 'string' }
    if (flags & ts.TypeFlags.NumberLike) return { kind: 'number' }
    if (type.isIntersection() && type.types.some((part) => part.flags & ts.TypeFlags.StringLike))
      return { kind: 'string' }
    if (checker.isArrayType(type) || checker.isTupleType(type)) {
      const element = checker.getIndexTypeOfType(type, ts.IndexKind.Number)
      const id = nextId()
      return { kind: 'list', id, of: () => (element ? shapeOf(element) : { kind: 'unknown' }) }
    }
    if (!(flags & (ts.TypeFlags.Object | ts.TypeFlags.Intersection))) return { kind: 'unknown' }
    const id = nextId()
    let fields: readonly Field[] | undefined
    return { kind: 'record', id, fields: () => (fields ??= fieldsOf(type)) }
  }

  function choice(types: readonly ts.Type[]): Shape {
    const isBoolean = types.some(({ flags }) => flags & ts.TypeFlags.BooleanLiteral)
    const rest = types.filter(
      ({ flags }) =>
        !(flags & (ts.TypeFlags.Undefined | (isBoolean ? ts.TypeFlags.BooleanLiteral : 0))),
    )
    const shapes = rest.map(shapeOf)
    const trues = types.filter(({ flags }) => flags & ts.TypeFlags.BooleanLiteral)
    const [only] = trues
    if (only) shapes.push(trues.length === 2 ? { kind: 'boolean' } : shapeOf(only))
    const [first] = shapes
    return shapes.length === 1 && first ? first : { kind: 'choice', of: shapes }
  }

  function fieldsOf(type: ts.Type): readonly Field[] {
    const fields = checker.getPropertiesOfType(type).map((property): Field => {
      const own = checker.getTypeOfSymbol(property)
      const shape = shapeOf(own)
      const isOptional = Boolean(property.flags & ts.SymbolFlags.Optional)
      return { name: property.name, isOptional, shape }
    })
    const index = checker.getIndexTypeOfType(type, ts.IndexKind.String)
    return index ? [...fields, { name: '*', isOptional: true, shape: shapeOf(index) }] : fields
  }

  return { fieldsOf }
}
