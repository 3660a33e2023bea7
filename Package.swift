// swift-tools-version: 6.2
import PackageDescription

// GLASSBOX_BUILD narrows what is built: `wasm` is the engine as WebAssembly,
// `engine` the engine and its tests alone.
let build = Context.environment["GLASSBOX_BUILD"] ?? "all"

let house: [SwiftSetting] = [
  .treatAllWarnings(as: .error),
  .enableUpcomingFeature("ExistentialAny"),
  .enableUpcomingFeature("MemberImportVisibility"),
]

/// Lessons run in a debug build too, which would take minutes without an optimised engine.
let optimized: [SwiftSetting] = [.unsafeFlags(["-O"], .when(configuration: .debug))]

/// Embedded Swift for a page: no library beneath it, small, 128-bit vectors.
let embedded: [SwiftSetting] =
  house + [
    .enableExperimentalFeature("Embedded"),
    .unsafeFlags(["-Osize", "-wmo", "-Xfrontend", "-disable-stack-protector", "-Xcc", "-msimd128"]),
  ]

/// What kernels.c includes.
let included = ["kernel.inc", "product.inc", "windows.inc"]

let wasm: [Target] = [
  .target(name: "CWasmSupport"),
  .target(name: "CKernels", exclude: included, cSettings: [.unsafeFlags(["-msimd128"])]),
  .target(name: "Engine", dependencies: ["CKernels"], swiftSettings: embedded),
  .executableTarget(
    name: "EngineWasm", dependencies: ["Engine", "CWasmSupport"], swiftSettings: embedded,
    linkerSettings: [
      .unsafeFlags(["-Xclang-linker", "-nostdlib"]),
      // Names and relocations tell Tools/wasm-parts what needs what; it takes them out.
      .unsafeFlags(
        ["--no-entry", "--gc-sections", "--emit-relocs", "-z", "stack-size=131072"].flatMap {
          ["-Xlinker", $0]
        }),
    ]),
]

let engine: [Target] = [
  .target(name: "CKernels", exclude: included),
  .target(name: "Engine", dependencies: ["CKernels"], swiftSettings: house + optimized),
  .target(name: "CResources"),
  .target(name: "Resources", dependencies: ["CResources", "Engine"], swiftSettings: house),
  .target(name: "CAllocations", path: "Tests/CAllocations"),
  .target(
    name: "EngineTestSupport", dependencies: ["Engine"], path: "Tests/EngineTestSupport", swiftSettings: house
  ),
  .testTarget(
    name: "EngineTests", dependencies: ["Engine", "EngineTestSupport", "CKernels", "CAllocations"],
    swiftSettings: house),
  .testTarget(
    name: "EngineWasmTests", dependencies: ["Engine", "EngineTestSupport", "Resources"],
    exclude: ["engine.mjs", "run.mjs", "runs.mjs"], swiftSettings: house),
]

let rest: [Target] = [
  .systemLibrary(name: "CMarkdown", pkgConfig: "libcmark-gfm", providers: [.apt(["libcmark-gfm-dev"])]),
  .systemLibrary(name: "CDeflate", pkgConfig: "libdeflate", providers: [.apt(["libdeflate-dev"])]),
  .target(
    name: "Lessons",
    dependencies: ["Engine", "CMarkdown", "CDeflate", .product(name: "Yams", package: "Yams")],
    swiftSettings: house),
  .target(name: "Views", dependencies: ["Lessons", "Engine"], swiftSettings: house),
  .target(
    name: "Rendering",
    dependencies: ["Views", "Lessons", .product(name: "Mustache", package: "swift-mustache")],
    swiftSettings: house),
  .target(name: "Exports", dependencies: ["Lessons", "Engine"], swiftSettings: house),
  .executableTarget(
    name: "glassbox",
    dependencies: [
      "Engine", "Lessons", "Views", "Rendering", "Exports", "Resources",
      .product(name: "ArgumentParser", package: "swift-argument-parser"),
    ], swiftSettings: house),
  .executableTarget(
    name: "bench", dependencies: ["CKernels", "Engine", "Lessons", "Resources"], path: "Benchmarks/bench",
    swiftSettings: house),
  .testTarget(
    name: "LessonsTests", dependencies: ["Lessons", "Engine"], exclude: ["Fixtures", "Goldens"],
    swiftSettings: house),
  .testTarget(name: "ViewsTests", dependencies: ["Views"], swiftSettings: house),
  .testTarget(
    name: "RenderingTests", dependencies: ["Rendering", "Resources", "Lessons", "Engine"],
    swiftSettings: house),
  .testTarget(
    name: "ResourcesTests", dependencies: ["Resources"],
    exclude: ["reviews.py", "review.mjs", "project.mjs", "pack.mjs"],
    swiftSettings: house),
  .testTarget(
    name: "ExportsTests", dependencies: ["Exports", "Lessons", "Engine"],
    exclude: ["validate.py", "validate_export.py"],
    swiftSettings: house),
  .testTarget(name: "glassboxTests", dependencies: ["glassbox"], swiftSettings: house),
]

let package = Package(
  name: "glassbox",
  products: build == "all" ? [.executable(name: "glassbox", targets: ["glassbox"])] : [],
  dependencies: build == "all"
    ? [
      .package(url: "https://github.com/apple/swift-argument-parser", from: "1.8.2"),
      .package(url: "https://github.com/jpsim/Yams", from: "6.2.2"),
      .package(url: "https://github.com/hummingbird-project/swift-mustache", from: "2.1.1"),
    ] : [],
  targets: build == "wasm" ? wasm : build == "engine" ? engine : engine + rest,
  swiftLanguageModes: [.v6],
  cLanguageStandard: .gnu2x
)
