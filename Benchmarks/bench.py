"""bench.py [TARGETS]: times Glassbox, and PyTorch beside it where there is one; prints tables, writes JSON.

Everything is a median over several runs on this machine, one thing at a time. The environment is `make bench`'s:
GLASSBOX, BENCH and WASM name what was built, TORCH a Python with PyTorch, BROWSER one with Playwright (or are empty).
"""

import json
import os
import re
import statistics
import subprocess
import sys
import tempfile
import time

ROOT = os.path.dirname(os.path.dirname(os.path.abspath(__file__)))
LESSON = os.path.join(ROOT, "lessons/cosine-annealing-lr.md")
WORKLOADS = {"mlp-classification": 40, "mlp-digits": 10, "cnn-digits": 8, "mlp-wide": 1.2}
WASM_TARGET = 3
RUNS = int(os.environ.get("RUNS", "7"))
GLASSBOX, BENCH, WASM, TORCH, BROWSER = (
    os.environ.get(name, "") for name in ("GLASSBOX", "BENCH", "WASM", "TORCH", "BROWSER"))


def run(command, threads=1, **environment):
    """The seconds, peak memory in bytes and output of a command, whose products `threads` may share."""
    start = time.perf_counter()
    process = subprocess.Popen(
        command, stdout=subprocess.PIPE, env=os.environ | {"GLASSBOX_THREADS": str(threads)} | environment)
    output = process.stdout.read()
    _, status, usage = os.wait4(process.pid, 0)
    if status:
        sys.exit(f"{' '.join(command)} failed")
    return time.perf_counter() - start, usage.ru_maxrss * 1024, output


def seconds(command, runs=RUNS):
    run(command)
    return statistics.median(run(command)[0] for _ in range(runs))


def report(command, threads=1, **environment):
    return json.loads(run(command, threads, **environment)[2])


def workload(name):
    return os.path.join(ROOT, f"Benchmarks/lessons/{name}.md")


def wasm(bytes_file):
    """Seconds of training in WebAssembly: of the first run, and of one whose code is compiled, as the native code is.

    V8 starts from quickly made code and replaces what runs often, which takes it some ten runs of a small net.
    """
    script = os.path.join(ROOT, "Tests/EngineWasmTests/run.mjs")
    train = report(["node", script, WASM, bytes_file, str(10 + RUNS)])["train"]
    return train[0] / 1000, statistics.median(train[10:]) / 1000


def interactive(page):
    """Milliseconds from opening a page from disk until its tabs answer and until a tab's view is drawn; an empty page's too."""
    opened = report([BROWSER, os.path.join(ROOT, "Benchmarks/interactive.py"), page, str(RUNS)])
    return {name + "_ms": statistics.median(times) for name, times in opened.items()}


def training(name, folder):
    """One workload: steps per second of every contender, one thread against one and all against all."""
    bytes_file = os.path.join(folder, name)
    found = report([BENCH, workload(name), str(RUNS), bytes_file])
    shared = report([BENCH, workload(name), str(RUNS)], os.cpu_count())
    steps, train = found["steps"], statistics.median(found["train"])
    row = {"workload": name, "steps": steps, "glassbox": steps / train, "train_ms": train * 1000}
    row["glassbox_all"] = steps / statistics.median(shared["train"])
    row["operations_per_step"], row["peak"] = found["operations"] / steps, found["peak"]
    row["memory"] = run([BENCH, workload(name), "1"])[1]
    first, warm = wasm(bytes_file)
    row["wasm"], row["wasm_first_over_native"] = steps / warm, first / train
    row["wasm_over_native"] = row["glassbox"] / row["wasm"]
    if row["wasm_over_native"] > WASM_TARGET:
        narrow = report([BENCH, workload(name), str(RUNS)], GLASSBOX_VECTORS="2")
        row["narrow"] = steps / statistics.median(narrow["train"])
    if TORCH:
        for key, threads in (("torch_1", 1), ("torch_all", os.cpu_count())):
            torch = report([TORCH, os.path.join(ROOT, "Benchmarks/torch_steps.py"), name, str(threads), str(RUNS)])
            row[key] = torch["steps"] / statistics.median(torch["train"])
            row["torch_memory"] = torch["memory"]
        row["ratio"] = row["glassbox"] / row["torch_1"]
        row["ratio_all"] = row["glassbox_all"] / row["torch_all"]
        row["target"] = WORKLOADS[name]
        row["memory_ratio"] = row["torch_memory"] / row["memory"]
    return row


def limit(row):
    """What keeps a workload from its target: its products against what one thread can multiply without fusing."""
    products = row["operations_per_step"] / row["peak"] * 1e6
    return (f"{row['workload']} misses its target of {row['target']:g}: the products of a step, "
            f"{row['operations_per_step'] / 1e6:.1f} MFLOP, take {products:.0f} µs at the {row['peak'] / 1e9:.0f} GFLOP/s "
            f"that a thread reaches without fused products and without zeros to pass over; a step takes "
            f"{1e6 / row['glassbox']:.0f} µs, the target asks for {1e6 / row['target'] / row['torch_1']:.0f} µs")


def sharing_limit(row, threads):
    """What keeps a workload behind PyTorch where threads share it: what of a step one thread does alone (Amdahl)."""
    alone, shared = 1e6 / row["glassbox"], 1e6 / row["glassbox_all"]
    return (f"{row['workload']} with {threads} threads runs at {row['ratio_all']:.2f} times PyTorch's pace, target 1: of the "
            f"{alone:.0f} µs of a step on one thread {(threads * shared - alone) / (threads - 1):.0f} are not shared, and "
            f"PyTorch takes {1e6 / row['torch_all']:.0f} with its fused products")


def build_limit(command, start, whole, script):
    """What keeps the build command from its target: what it does beside its run."""
    rest = command - start - whole
    return (f"build misses its target of 100 times, which asks for {script * 10:.1f} ms: {start * 1e3:.1f} ms go until the "
            f"program runs, {whole * 1e3:.1f} ms to the lesson's five stages, and {rest * 1e3:.1f} ms to reading the lesson, "
            "nine views of it and its page with the engine")


def wasm_limit(row):
    """What keeps WebAssembly from its target: the share that vectors of 128 bits have in it, which are all it knows."""
    return (f"{row['workload']} in WebAssembly takes {row['wasm_over_native']:.2f} times the native time, target "
            f"{WASM_TARGET}: kernels with vectors of 128 bits take {row['glassbox'] / row['narrow']:.2f} times as long "
            f"natively, and WebAssembly {row['narrow'] / row['wasm']:.2f} times that")


def growth(folder):
    """Microseconds of training per sample and epoch, over three decades of either."""
    with open(workload("mlp-classification")) as file:
        text = file.read()

    def cost(samples, epochs):
        path = os.path.join(folder, "growth.md")
        with open(path, "w") as file:
            file.write(re.sub(r"n_samples: \d+", f"n_samples: {samples}", text)
                       .replace("epochs: 20", f"epochs: {epochs}"))
        return statistics.median(report([BENCH, path, "3"])["train"]) / samples / epochs * 1e6

    return {"samples": {samples: cost(samples, 3) for samples in (100, 1_000, 10_000, 100_000)},
            "epochs": {epochs: cost(1_000, epochs) for epochs in (3, 30, 300, 3_000)}}


def main():
    with tempfile.TemporaryDirectory() as folder:
        result = {"runs": RUNS, "cpus": os.cpu_count(), "load": os.getloadavg()[0]}
        if result["load"] > 0.7:
            print(f"note: other work is going on here (load {result['load']:.1f}); times will be high\n")
        command = seconds([GLASSBOX, "build", LESSON, "--output", os.path.join(folder, "site")])
        lesson = report([BENCH, LESSON, str(3 * RUNS)])
        epochs = statistics.median(lesson["train"])
        whole = statistics.median(map(sum, zip(lesson["prepare"], lesson["train"], lesson["finish"])))
        result["lesson"] = {"build_ms": command * 1e3, "train_ms": epochs * 1e3, "run_ms": whole * 1e3}
        print(f"glassbox build {os.path.relpath(LESSON, ROOT)}   {command * 1e3:7.1f} ms   (target 50)")
        print(f"  its five stages                              {whole * 1e3:7.1f} ms")
        print(f"  of which 20 traced epochs                    {epochs * 1e3:7.1f} ms   (target 15)")
        # Where the rest goes: the command's own start, and what it does beside the two runs of the lesson, one on each core.
        start = seconds([GLASSBOX, "--version"])
        result["lesson"]["start_ms"] = start * 1e3
        if TORCH:
            script = seconds([TORCH, os.path.join(ROOT, "Benchmarks/cosine_script.py")], 3)
            result["lesson"] |= {"script_ms": script * 1e3, "ratio": script / command, "target": 100}
            print(f"  the same as a PyTorch script                 {script * 1e3:7.1f} ms   "
                  f"({script / command:.0f} times, target 100)")
            if script < 100 * command:
                print("  " + build_limit(command, start, whole, script))
        else:
            print("  PyTorch cannot be had here: no comparison")
        if BROWSER:
            page = os.path.join(folder, "site", os.path.basename(LESSON).replace(".md", ".html"))
            result["page"] = interactive(page) | {"target": 100}
            answers, drawn, empty = (result["page"][name + "_ms"] for name in ("answers", "drawn", "empty"))
            print(f"  opening its page: tabs answer after          {answers:7.1f} ms")
            print(f"  a tab's view is drawn after                  {drawn:7.1f} ms   (target 100; "
                  f"of a page with nothing else in it {empty:.1f})")
        else:
            print("  no browser can be had here: how soon the page is interactive is not measured")
        print("\nsteps per second        one thread: torch   ratio  target   "
              f"{os.cpu_count()} threads: torch   ratio      wasm  native/wasm   memory")
        result["training"] = []
        for name in WORKLOADS:
            row = training(name, folder)
            result["training"].append(row)
            one = f"{row['torch_1']:9.0f} {row['ratio']:7.1f} {row['target']:7.1f}" if TORCH else " " * 25
            every = f"{row['torch_all']:9.0f} {row['ratio_all']:7.1f}" if TORCH else " " * 17
            memory = f"{row['memory'] / 2**20:5.0f} MB" + (f" (1/{row['memory_ratio']:.0f})" if TORCH else "")
            print(f"{name:20} {row['glassbox']:12.0f} {one} {row['glassbox_all']:9.0f} {every} {row['wasm']:9.0f} "
                  f"{row['wasm_over_native']:12.2f} {memory}")
        print("\nthe first run of a page, whose code is still being compiled, over native: "
              + ", ".join(f"{row['workload']} {row['wasm_first_over_native']:.1f}" for row in result["training"]))
        for row in result["training"]:
            if TORCH and row["ratio"] < row["target"]:
                print("\n" + limit(row))
            if TORCH and row["ratio_all"] < 1 < result["cpus"]:
                print("\n" + sharing_limit(row, result["cpus"]))
            if "narrow" in row:
                print("\n" + wasm_limit(row))
        result["growth"] = growth(folder)
        for what, costs in result["growth"].items():
            print(f"\nmicroseconds per sample and epoch, by {what}: "
                  + ", ".join(f"{cost:.2f} at {count:,}" for count, cost in costs.items()))
    with open(sys.argv[1], "w") as file:
        json.dump(result, file, indent=2)
    print(f"\nwritten to {os.path.relpath(sys.argv[1], ROOT)}")


if __name__ == "__main__":
    main()
