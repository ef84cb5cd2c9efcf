"""The workloads in PyTorch, eager and compiled. Products are left out where compiled: they call the same library."""

from functools import partial

import torch
import torch.nn.functional as F

import torch_networks
import torch_updates
from measuring import Work, looped
from workloads import NETWORKS, function_shape, parse_product


def prepare(name: str, compiled: bool) -> Work | None:
    """The workload of a name, None where there is nothing to measure."""
    torch.manual_seed(1)
    torch._dynamo.reset()  # Else the compiler gives up on a function that it has compiled often enough.
    kind, rest = name.split(".", 1)
    if name in NETWORKS:
        return torch_networks.prepare(name, compiled)
    if kind == "gemm":
        return None if compiled else matrix_product(name)
    if kind in ("adam", "update"):
        return torch_updates.prepare(name.removeprefix("update."), compiled)
    return function(kind, int(rest), compiled)


def matrix_product(name: str) -> Work:
    product = parse_product(name)
    scalar = getattr(torch, product.scalar)
    a = (torch.rand(product.a_shape) - 0.5).to(scalar)
    b = (torch.rand(product.b_shape) - 0.5).to(scalar)
    c = torch.zeros((product.rows, product.columns), dtype=scalar)
    left, right = (a.T if product.letters[0] == "t" else a), (b.T if product.letters[1] == "t" else b)
    return looped(partial(torch.mm, left, right, out=c), product.gigaflops, "GFLOP/s")


def function(kind: str, size: int, compiled: bool) -> Work:
    x = 4 * torch.rand(function_shape(size)) - 2
    out = torch.empty_like(x)
    functions = {"exp": torch.exp, "tanh": torch.tanh, "gelu": F.gelu, "softmax": partial(torch.softmax, dim=1)}
    function = functions[kind]
    if compiled:
        # The compiler fuses the copy, so that the result is written straight to its place.
        call = partial(torch.compile(lambda x, out: out.copy_(function(x))), x, out)
    else:
        call = partial(function, x, out=out)
    return looped(call, size, "ns/element")
