"""Updates in JAX, by optax's optimizers."""

import jax
import jax.numpy as jnp
import optax

from measuring import Work
from workloads import LEARNING_RATE, update_gigabytes


def prepare(name: str, gradient: jax.Array, parameters: jax.Array) -> Work:
    kind, size = name.split(".")
    optimizer = {
        "adam": optax.adam(LEARNING_RATE),
        "lion": optax.lion(LEARNING_RATE, weight_decay=0),
        "adabelief": optax.adabelief(LEARNING_RATE),
        "clip-adamw": optax.chain(optax.clip_by_global_norm(1), optax.adamw(LEARNING_RATE)),
        "client": qhadam(),
    }[kind]

    def update(state, gradient):
        parameters, inner = state
        step, inner = optimizer.update(gradient, inner, parameters)
        return optax.apply_updates(parameters, step), inner

    jitted = jax.jit(update, donate_argnums=0)
    state = parameters, optimizer.init(parameters)

    def repeat(count: int) -> None:
        nonlocal state
        for _ in range(count):
            state = jitted(state, gradient)
        jax.block_until_ready(state)

    return Work(repeat, update_gigabytes(kind, int(size)), "GB/s")


def qhadam() -> optax.GradientTransformation:
    """QHAdam as a user would write it, for optax has none."""

    def initial(parameters):
        return jnp.zeros_like(parameters), jnp.zeros_like(parameters), jnp.float32(0)

    def update(g, state, _):
        m, v, count = state
        m, v, count = 0.995 * m + 0.005 * g, 0.999 * v + 0.001 * g * g, count + 1
        root = jnp.sqrt(v / (1 - 0.999**count)) + 1e-8
        return -LEARNING_RATE * (0.3 * g + (0.7 / (1 - 0.995**count)) * m) / root, (m, v, count)

    return optax.GradientTransformation(initial, update)
