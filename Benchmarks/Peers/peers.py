#!/usr/bin/env python3
"""Measures in PyTorch, JAX and NumPy, whichever are installed, what glissade-bench measures, and prints the same lines.

Each system runs in a process of its own, whose threads are limited before anything is imported.
"""

import argparse
import importlib.metadata
import importlib.util
import json
import os
import platform
import resource
import subprocess
import sys

import workloads

# The module and the package of each system.
SYSTEMS = {"pytorch": "torch", "pytorch-compiled": "torch", "jax": "jax", "numpy": "numpy"}


def parse_arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__, allow_abbrev=False)
    parser.add_argument("--only", metavar="PREFIX,…", action="append", default=[], help="names that begin so")
    parser.add_argument("--gemm", metavar="M,N,K[,tn]", action="append", default=[], help="products of any shape")
    parser.add_argument("--threads", metavar="N", type=int, default=len(os.sched_getaffinity(0)))
    parser.add_argument("--seconds", metavar="S", type=float, default=0.2, help="least duration of a repetition")
    parser.add_argument("--systems", metavar="A,B", default=",".join(SYSTEMS), help=", ".join(SYSTEMS))
    parser.add_argument("--run", metavar="SYSTEM", choices=list(SYSTEMS), help=argparse.SUPPRESS)
    arguments = parser.parse_args()
    arguments.only = [prefix for text in arguments.only for prefix in text.split(",") if prefix]
    arguments.systems = [system for system in arguments.systems.split(",") if system]
    if unknown := [system for system in arguments.systems if system not in SYSTEMS]:
        parser.error(f"'{unknown[0]}' is not a system; there are {', '.join(SYSTEMS)}.")
    if not 1 <= arguments.threads <= len(os.sched_getaffinity(0)):
        parser.error(f"--threads takes 1 to {len(os.sched_getaffinity(0))}, the processors of this process.")
    if not 0 < arguments.seconds <= 60:
        parser.error("--seconds takes a number above 0 and up to 60.")
    try:
        names = [workloads.parse_shape(text).name for text in arguments.gemm] or workloads.ALL
    except ValueError as error:
        parser.error(str(error))
    arguments.names = [name for name in names if not arguments.only or name.startswith(tuple(arguments.only))]
    if not arguments.names:
        parser.error("No workload's name begins so.")
    return arguments


def processor_name() -> str | None:
    try:
        with open("/proc/cpuinfo", encoding="utf-8") as file:
            return next((line.split(":", 1)[1].strip() for line in file if line.startswith("model name")), None)
    except OSError:
        return platform.processor() or None


def header(packages: list[str], threads: int) -> dict[str, object]:
    versions = {package: importlib.metadata.version(package) for package in packages}
    return {
        "header": True, "system": "peers", "python": platform.python_version(), **versions, "cpu": processor_name(),
        "threads": threads,
    }  # fmt: skip


def peak_megabytes() -> float:
    """The most memory that was resident in this process so far, in 10⁶ bytes (Linux counts in 1,024)."""
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss * (1 if sys.platform == "darwin" else 1024) / 1e6


def environment(system: str, threads: int) -> dict[str, str]:
    """The environment of a system's process, which allows it so many threads."""
    variables = dict(os.environ)
    for name in ["OPENBLAS_CORETYPE", "OPENBLAS_L2_SIZE"]:
        variables.pop(name, None)
    for name in ["OMP_NUM_THREADS", "MKL_NUM_THREADS", "OPENBLAS_NUM_THREADS", "NPROC"]:
        variables[name] = str(threads)
    variables["TORCHINDUCTOR_COMPILE_THREADS"] = "1"  # No helpers that are still busy while it is measured.
    if system == "jax":
        variables["JAX_PLATFORMS"] = "cpu"
    return variables


def main() -> int:
    arguments = parse_arguments()
    if arguments.run:
        return run(arguments.run, arguments)
    systems = [system for system in arguments.systems if importlib.util.find_spec(SYSTEMS[system])]
    for system in arguments.systems:
        if system not in systems:
            print(f"peers: {system} is left out: {SYSTEMS[system]} is not installed.", file=sys.stderr)
    if not systems:
        print("peers: none of the systems is installed; install torch, jax or numpy.", file=sys.stderr)
        return 1
    packages = sorted({SYSTEMS[system] for system in systems})
    print(json.dumps(header(packages, arguments.threads)), flush=True)
    for system in systems:
        command = [sys.executable, os.path.abspath(__file__), *sys.argv[1:], "--run", system]
        status = subprocess.run(command, env=environment(system, arguments.threads)).returncode
        if status != 0:
            print(f"peers: {system} ends with status {status}.", file=sys.stderr)
    return 0


def run(system: str, arguments: argparse.Namespace) -> int:
    """Measures one system in this process."""
    if system == "jax":
        # XLA starts as many threads as the process has processors.
        os.sched_setaffinity(0, sorted(os.sched_getaffinity(0))[: arguments.threads])
    # Only now, with the environment set, anything may be imported that has threads.
    from measuring import result, summary

    prepare = preparation(system, arguments.threads)
    for name in arguments.names:
        base = peak_megabytes()
        try:
            work = prepare(name)
            if work is None:
                continue
            line = {"workload": name, "system": system, "threads": arguments.threads, **result(work, arguments.seconds)}
            if name in workloads.NETWORKS:
                line |= {"baseMegabytes": base, "peakMegabytes": peak_megabytes()}
            print(json.dumps(line), flush=True)
        except Exception as error:
            print(f"peers: {system}: {name} fails: {summary(error)}", file=sys.stderr)
    return 0


def preparation(system: str, threads: int):
    """The function that makes a system's workloads ready, None for those that it does not have."""
    if system == "numpy":
        import numpy_peer

        return numpy_peer.prepare
    if system == "jax":
        import jax_peer

        return jax_peer.prepare
    import torch

    torch.set_num_threads(threads)
    import torch_peer

    return lambda name: torch_peer.prepare(name, compiled=system == "pytorch-compiled")


if __name__ == "__main__":
    sys.exit(main())
