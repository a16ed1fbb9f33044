// Each is welcome as a stranger's name in a chat: none that is an insult, a slur or slang in English, none feared or laughed at.

export const animals: readonly string[] = `
  Agouti Albatross Alpaca Antelope Armadillo Avocet Axolotl
  Badger Barbet Bilby Bison Bluebird Bullfinch Bumblebee Bunting Butterfly
  Caracal Caribou Chaffinch Chamois Chinchilla Chipmunk Cicada Coati Condor Cormorant Crane Cricket Curlew Cuttlefish
  Damselfly Dipper Dolphin Dormouse Dove Dragonfly Dugong Dunlin
  Eagle Echidna Egret Eider Eland Elk Ermine
  Falcon Fennec Ferret Fieldfare Finch Firefly Flamingo Fox
  Gazelle Gecko Genet Giraffe Goby Goldfinch Gopher Goshawk Grasshopper Grebe Greenfinch Guppy
  Hamster Hare Hawk Hedgehog Heron Herring Hoopoe Hummingbird
  Ibex Ibis Iguana Impala
  Jackdaw Jaguar Jerboa
  Kangaroo Kestrel Kingfisher Kingbird Koala Kudu
  Lacewing Ladybird Lapwing Lark Lemur Leopard Linnet Lion Llama Lynx
  Mackerel Magpie Mallard Manta Margay Marlin Marmot Marten Mayfly Meerkat Merlin Mongoose Moose Moth
  Narwhal Nautilus Newt Nightingale Nightjar Numbat
  Ocelot Octopus Okapi Orca Oriole Oryx Osprey Otter Owl
  Panda Pangolin Parakeet Partridge Pelican Penguin Petrel Pheasant Pika Pintail Pipit Platypus Plover Porpoise Puffin
  Quail Quokka
  Raven Redpoll Redstart Reindeer Rosefinch
  Salamander Salmon Sandpiper Seahorse Seal Serval Siskin Skylark Sparrow Sparrowhawk Squirrel Starling Stork Sturgeon Swan
  Tanager Tapir Tern Tetra Tiger Tortoise Toucan Trout Turnstone Turtle
  Vicuna Vole
  Wagtail Wallaby Warbler Waxwing Whimbrel Wigeon Wolf Wombat Wren
  Yak Zebra
`
  .trim()
  .split(/\s+/)
