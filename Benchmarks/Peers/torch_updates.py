"""Updates in PyTorch: fused where it has a fused optimizer, else one operation after another.

On a CPU its foreach functions make the same calls, tensor by tensor.
"""

from collections.abc import Callable

import torch

from measuring import Work, fastest, looped
from workloads import LEARNING_RATE, update_gigabytes

LIBRARY = {"adam": torch.optim.Adam, "clip-adamw": torch.optim.AdamW}


def prepare(name: str, compiled: bool) -> Work:
    kind, size = name.split(".")
    parameter = torch.nn.Parameter(torch.rand(int(size)) - 0.5)
    parameter.grad = torch.rand(int(size)) - 0.5

    def way(**options: bool) -> Work:
        step = library(kind, parameter, compiled, **options) if kind in LIBRARY else written(kind, parameter, compiled)
        return looped(step, update_gigabytes(kind, int(size)), "GB/s")

    if kind in LIBRARY and compiled:
        return fastest({kind: way, f"{kind}(foreach)": lambda: way(foreach=True)})
    return way(fused=True)


def library(kind: str, parameter: torch.nn.Parameter, compiled: bool, **options: bool) -> Callable[[], None]:
    update = LIBRARY[kind]([parameter], lr=LEARNING_RATE, **options).step

    def step() -> None:
        if kind == "clip-adamw":
            torch.nn.utils.clip_grad_norm_([parameter], 1.0)
        update()

    return torch.compile(step) if compiled else step


def written(kind: str, parameter: torch.nn.Parameter, compiled: bool) -> Callable[[], None]:
    update = torch.compile(WRITTEN[kind]) if compiled else WRITTEN[kind]
    w, g = parameter.detach(), parameter.grad
    first, second = torch.zeros_like(w), torch.zeros_like(w)
    # A number that changes would be compiled anew; a tensor costs an eager step time.
    count = torch.zeros(()) if compiled else 0

    def step() -> None:
        nonlocal count
        count += 1
        update(w, g, first, second, count)

    return step


def lion(w, g, m, _, count) -> None:
    w.sub_(torch.lerp(m, g, 0.1).sign_(), alpha=LEARNING_RATE)
    m.lerp_(g, 0.01)


def adabelief(w, g, m, s, count) -> None:
    m.lerp_(g, 0.1)
    surprise = g - m
    s.mul_(0.999).addcmul_(surprise, surprise, value=0.001).add_(1e-16)
    root = s.sqrt().div_((1 - 0.999**count) ** 0.5).add_(1e-16)
    w.sub_(torch.div(m, root).mul_(LEARNING_RATE / (1 - 0.9**count)))


def qhadam(w, g, m, v, count) -> None:
    m.lerp_(g, 0.005)
    v.mul_(0.999).addcmul_(g, g, value=0.001)
    root = v.sqrt().div_((1 - 0.999**count) ** 0.5).add_(1e-8)
    w.addcdiv_(torch.mul(m, 0.7 / (1 - 0.995**count)).add_(g, alpha=0.3), root, value=-LEARNING_RATE)


WRITTEN = {"lion": lion, "adabelief": adabelief, "client": qhadam}
