"""The workloads that NumPy has functions for: matrix products, exp, tanh and softmax."""

from functools import partial

import numpy as np

from measuring import Work, looped
from workloads import function_shape, parse_product


def prepare(name: str) -> Work | None:
    """The workload of a name, None where NumPy has nothing for it."""
    kind, rest = name.split(".", 1)
    if kind == "gemm":
        return matrix_product(name) if rest.split(".")[0] in ("float32", "float64") else None
    return function(kind, int(rest)) if kind in ("exp", "tanh", "softmax") else None


def random(shape: tuple[int, ...], low: float, high: float, scalar: str = "float32") -> np.ndarray:
    return np.random.default_rng(1).uniform(low, high, shape).astype(scalar)


def matrix_product(name: str) -> Work:
    product = parse_product(name)
    a = random(product.a_shape, -0.5, 0.5, product.scalar)
    b = random(product.b_shape, -0.5, 0.5, product.scalar)
    c = np.zeros((product.rows, product.columns), product.scalar)
    left, right = (a.T if product.letters[0] == "t" else a), (b.T if product.letters[1] == "t" else b)
    return looped(partial(np.matmul, left, right, out=c), product.gigaflops, "GFLOP/s")


def function(kind: str, size: int) -> Work:
    x = random(function_shape(size), -2, 2)
    out = np.empty_like(x)
    if kind == "softmax":
        return looped(partial(softmax, x, out), size, "ns/element")
    return looped(partial(np.exp if kind == "exp" else np.tanh, x, out=out), size, "ns/element")


def softmax(x: np.ndarray, out: np.ndarray) -> None:
    np.subtract(x, x.max(axis=1, keepdims=True), out=out)
    np.exp(out, out=out)
    np.divide(out, out.sum(axis=1, keepdims=True), out=out)
