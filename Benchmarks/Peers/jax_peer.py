"""The workloads in JAX, each one jitted function."""

from collections.abc import Callable

import jax
import jax.numpy as jnp
import numpy as np

import jax_networks
from jax_networks import adam_update
from measuring import Work
from workloads import NETWORKS, function_shape, parse_product


def prepare(name: str) -> Work | None:
    """The workload of a name."""
    jax.config.update("jax_enable_x64", ".float64." in name)
    kind, rest = name.split(".", 1)
    if name in NETWORKS:
        return jax_networks.prepare(name)
    if kind == "gemm":
        return matrix_product(name)
    if kind == "update":
        import jax_updates  # Here, so that the rest runs without optax.

        size = int(rest.split(".")[1])
        return jax_updates.prepare(rest, random((size,), -0.5, 0.5), random((size,), -0.5, 0.5))
    return adam(int(rest)) if kind == "adam" else function(kind, int(rest))


def random(shape: tuple[int, ...], low: float, high: float, scalar: str = "float32") -> jax.Array:
    return jnp.asarray(np.random.default_rng(1).uniform(low, high, shape), dtype=scalar)


def into(function: Callable[..., jax.Array], out: jax.Array, inputs: tuple[jax.Array, ...]) -> Callable[[int], None]:
    """Repeats a function that writes its result where the last one was: that one is donated."""
    jitted = jax.jit(lambda out, *inputs: function(*inputs), donate_argnums=0, keep_unused=True)
    latest = out

    def repeat(count: int) -> None:
        nonlocal latest
        for _ in range(count):
            latest = jitted(latest, *inputs)
        latest.block_until_ready()

    return repeat


def matrix_product(name: str) -> Work:
    product = parse_product(name)
    a = random(product.a_shape, -0.5, 0.5, product.scalar)
    b = random(product.b_shape, -0.5, 0.5, product.scalar)
    out = jnp.zeros((product.rows, product.columns), product.scalar)
    a_is_transposed, b_is_transposed = (letter == "t" for letter in product.letters)

    def multiply(a: jax.Array, b: jax.Array) -> jax.Array:
        return (a.T if a_is_transposed else a) @ (b.T if b_is_transposed else b)

    return Work(into(multiply, out, (a, b)), product.gigaflops, "GFLOP/s")


def function(kind: str, size: int) -> Work:
    functions: dict[str, Callable[[jax.Array], jax.Array]] = {
        "exp": jnp.exp,
        "tanh": jnp.tanh,
        "gelu": lambda x: jax.nn.gelu(x, approximate=False),
        "softmax": lambda x: jax.nn.softmax(x, axis=1),
    }
    x = random(function_shape(size), -2, 2)
    return Work(into(functions[kind], jnp.zeros_like(x), (x,)), size, "ns/element")


def adam(size: int) -> Work:
    gradient = random((size,), -0.5, 0.5)
    update = jax.jit(lambda state, gradient: adam_update(state, gradient), donate_argnums=0)
    state = jax_networks.adam_state(random((size,), -0.5, 0.5))

    def repeat(count: int) -> None:
        nonlocal state
        for _ in range(count):
            state = update(state, gradient)
        jax.block_until_ready(state)

    return Work(repeat, 28e-9 * size, "GB/s")
