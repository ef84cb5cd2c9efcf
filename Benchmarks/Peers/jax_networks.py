"""Training steps in JAX: forward, backward and Adam's update in one jitted function whose state is donated."""

from collections.abc import Callable
from functools import partial
from typing import Any

import jax
import jax.numpy as jnp
import numpy as np
from jax import lax

from measuring import Work, fastest
from workloads import LEARNING_RATE

Tree = Any
Array = jax.Array
Model = tuple[Callable[[Tree, Array], Array], Tree, Array, Array]
"""Logits of parameters and inputs, parameters, inputs, labels."""


def prepare(name: str) -> Work:
    """One step of a network, by the faster of several ways where there are some."""
    ways: dict[str, list[Callable[[Random], Model]]] = {
        "mlp.tiny": [partial(mlp, widths=[64, 32, 10], batch=32)],
        "mlp.mnist": [partial(mlp, widths=[784, 512, 256, 10], batch=128)],
        "cnn.2c2d": [partial(cnn, pool=pool_windows), partial(cnn, pool=pool_reshaped)],
        "lstm.char": [partial(lstm, unroll=1), partial(lstm, unroll=10)],
        "gpt.baby": [gpt],
    }
    return fastest({f"{name}, way {index}": lambda w=way: step(w) for index, way in enumerate(ways[name])})


class Random:
    """Fixed random numbers."""

    def __init__(self) -> None:
        self.generator = np.random.default_rng(1)

    def weights(self, *shape: int) -> Array:
        """Normal numbers for a matrix whose last dimension is its outputs."""
        return self.normal(*shape) / np.float32(np.sqrt(np.prod(shape[:-1])))

    def normal(self, *shape: int) -> Array:
        return jnp.asarray(self.generator.standard_normal(shape), jnp.float32)

    def uniform(self, *shape: int) -> Array:
        return jnp.asarray(self.generator.uniform(size=shape), jnp.float32)

    def integers(self, below: int, *shape: int) -> Array:
        return jnp.asarray(self.generator.integers(below, size=shape), jnp.int32)


def step(make: Callable[[Random], Model]) -> Work:
    logits_of, parameters, x, y = make(Random())

    def loss(parameters: Tree, x: Array, y: Array) -> Array:
        logits = logits_of(parameters, x)
        chosen = jnp.take_along_axis(logits, y[..., None], axis=-1)[..., 0]
        return jnp.mean(jax.nn.logsumexp(logits, axis=-1) - chosen)

    @partial(jax.jit, donate_argnums=0)
    def advance(state: Tree, x: Array, y: Array) -> tuple[Tree, Array]:
        value, gradient = jax.value_and_grad(loss)(state[0], x, y)
        return adam_update(state, gradient), value

    state = adam_state(parameters)

    def repeat(count: int) -> None:
        nonlocal state
        for _ in range(count):
            state, _ = advance(state, x, y)
        jax.block_until_ready(state)

    return Work(repeat, 1, "steps/s")


def adam_state(parameters: Tree) -> Tree:
    """Parameters, moments and the number of steps."""
    first, second = (jax.tree.map(jnp.zeros_like, parameters) for _ in range(2))
    return parameters, first, second, jnp.float32(0)


def adam_update(state: Tree, gradient: Tree) -> Tree:
    parameters, first, second, count = state
    count = count + 1
    first = jax.tree.map(lambda m, g: 0.9 * m + 0.1 * g, first, gradient)
    second = jax.tree.map(lambda v, g: 0.999 * v + 0.001 * g * g, second, gradient)
    rate, correction = LEARNING_RATE / (1 - 0.9**count), 1 / jnp.sqrt(1 - 0.999**count)
    parameters = jax.tree.map(
        lambda w, m, v: w - rate * m / (jnp.sqrt(v) * correction + 1e-8), parameters, first, second)
    return parameters, first, second, count


def dense(random: Random, inputs: int, outputs: int) -> Tree:
    return random.weights(inputs, outputs), jnp.zeros(outputs, jnp.float32)


def apply_dense(layer: Tree, x: Array) -> Array:
    return x @ layer[0] + layer[1]


def mlp(random: Random, widths: list[int], batch: int) -> Model:
    layers = [dense(random, inputs, outputs) for inputs, outputs in zip(widths, widths[1:])]

    def logits(layers: Tree, x: Array) -> Array:
        for layer in layers[:-1]:
            x = jax.nn.relu(apply_dense(layer, x))
        return apply_dense(layers[-1], x)

    return logits, layers, random.uniform(batch, widths[0]), random.integers(widths[-1], batch)


def pool_windows(x: Array) -> Array:
    return lax.reduce_window(x, -jnp.inf, lax.max, (1, 2, 2, 1), (1, 2, 2, 1), "VALID")


def pool_reshaped(x: Array) -> Array:
    batch, height, width, channels = x.shape
    return x.reshape(batch, height // 2, 2, width // 2, 2, channels).max(axis=(2, 4))


def cnn(random: Random, pool: Callable[[Array], Array]) -> Model:
    convolutions = [(random.weights(5, 5, i, o), jnp.zeros(o, jnp.float32)) for i, o in [(1, 32), (32, 64)]]
    parameters = convolutions, dense(random, 7 * 7 * 64, 1024), dense(random, 1024, 10)

    def logits(parameters: Tree, x: Array) -> Array:
        convolutions, hidden, head = parameters
        for kernel, bias in convolutions:
            x = lax.conv_general_dilated(x, kernel, (1, 1), "SAME", dimension_numbers=("NHWC", "HWIO", "NHWC"))
            x = pool(jax.nn.relu(x + bias))
        return apply_dense(head, jax.nn.relu(apply_dense(hidden, x.reshape(x.shape[0], -1))))

    return logits, parameters, random.uniform(64, 28, 28, 1), random.integers(10, 64)


def lstm(random: Random, unroll: int) -> Model:
    width = 128
    parameters = (
        random.weights(65, width), dense(random, width, 4 * width), random.weights(width, 4 * width),
        dense(random, width, 65),
    )  # fmt: skip

    def logits(parameters: Tree, x: Array) -> Array:
        embedding, inward, recurrent, head = parameters

        def cell(carry: tuple[Array, Array], input: Array) -> tuple[tuple[Array, Array], Array]:
            hidden, memory = carry
            i, f, g, o = jnp.split(input + hidden @ recurrent, 4, axis=-1)
            memory = jax.nn.sigmoid(f) * memory + jax.nn.sigmoid(i) * jnp.tanh(g)
            hidden = jax.nn.sigmoid(o) * jnp.tanh(memory)
            return (hidden, memory), hidden

        inputs = apply_dense(inward, embedding[x.T])  # Time comes first; all steps' products are one.
        zeros = jnp.zeros((x.shape[0], width), jnp.float32)
        _, hidden = lax.scan(cell, (zeros, zeros), inputs, unroll=unroll)
        return apply_dense(head, hidden)

    return logits, parameters, random.integers(65, 50, 50), random.integers(65, 50, 50)


def gpt(random: Random) -> Model:
    width, heads, context, vocabulary = 128, 4, 64, 65

    def block() -> Tree:
        return {
            "norm1": jnp.ones(width, jnp.float32), "qkv": random.weights(width, 3 * width),
            "projection": random.weights(width, width), "norm2": jnp.ones(width, jnp.float32),
            "widen": random.weights(width, 4 * width), "narrow": random.weights(4 * width, width),
        }  # fmt: skip

    parameters = {
        "tokens": 0.02 * random.normal(vocabulary, width), "positions": 0.02 * random.normal(context, width),
        "blocks": [block() for _ in range(4)], "norm": jnp.ones(width, jnp.float32),
    }  # fmt: skip

    def norm(scale: Array, x: Array) -> Array:
        centered = x - x.mean(-1, keepdims=True)
        return scale * centered * lax.rsqrt((centered**2).mean(-1, keepdims=True) + 1e-5)

    def attend(p: Tree, x: Array) -> Array:
        batch, time, _ = x.shape
        parts = (x @ p["qkv"]).reshape(batch, time, 3, heads, width // heads)
        q, k, v = (parts[:, :, index].transpose(0, 2, 1, 3) for index in range(3))
        scores = q @ k.swapaxes(-1, -2) * (width // heads) ** -0.5
        scores = jnp.where(jnp.tril(jnp.ones((time, time), bool)), scores, -jnp.inf)
        return (jax.nn.softmax(scores) @ v).transpose(0, 2, 1, 3).reshape(batch, time, width) @ p["projection"]

    def logits(p: Tree, x: Array) -> Array:
        h = p["tokens"][x] + p["positions"]
        for b in p["blocks"]:
            h = h + attend(b, norm(b["norm1"], h))
            h = h + jax.nn.gelu(norm(b["norm2"], h) @ b["widen"], approximate=False) @ b["narrow"]
        return norm(p["norm"], h) @ p["tokens"].T

    return logits, parameters, random.integers(vocabulary, 12, context), random.integers(vocabulary, 12, context)
