"""The workloads by name, the same as glissade-bench's."""

from dataclasses import dataclass

GEMM_SCALARS = ["float32", "float64", "float16", "bfloat16"]
GEMM_SIZES = [32, 64, 128, 256, 512, 1024, 2048]
NETWORKS = ["mlp.tiny", "mlp.mnist", "cnn.2c2d", "lstm.char", "gpt.baby"]
# The bytes a parameter that a fused update must move; "client" is a rule that no library has.
UPDATE_BYTES = {"adam": 28, "lion": 20, "adabelief": 28, "client": 28, "clip-adamw": 32}
UPDATE_NAMES = ["adam"] + [f"update.{kind}" for kind in UPDATE_BYTES]
UPDATES = [f"{name}.{size}" for name in UPDATE_NAMES for size in [10_000, 10_000_000]]
FUNCTIONS = [f"{name}.{size}" for name in ["exp", "tanh", "gelu", "softmax"] for size in [4096, 1_000_000]]
LEARNING_RATE = 1e-4

ALL = [f"gemm.{scalar}.{size}" for scalar in GEMM_SCALARS for size in GEMM_SIZES] + NETWORKS + UPDATES + FUNCTIONS


def update_gigabytes(kind: str, size: int) -> float:
    """What an update counts, whatever it really moves."""
    return 1e-9 * UPDATE_BYTES[kind] * size


@dataclass(frozen=True)
class MatrixProduct:
    """C = A·B; a transposed operand is stored that way."""

    scalar: str
    rows: int
    columns: int
    depth: int
    letters: str = "nn"

    @property
    def a_shape(self) -> tuple[int, int]:
        return (self.depth, self.rows) if self.letters[0] == "t" else (self.rows, self.depth)

    @property
    def b_shape(self) -> tuple[int, int]:
        return (self.columns, self.depth) if self.letters[1] == "t" else (self.depth, self.columns)

    @property
    def gigaflops(self) -> float:
        return 2e-9 * self.rows * self.columns * self.depth

    @property
    def name(self) -> str:
        is_square = self.rows == self.columns == self.depth and self.letters == "nn"
        letters = "" if self.letters == "nn" else f",{self.letters}"
        shape = f"{self.rows}" if is_square else f"{self.rows},{self.columns},{self.depth}{letters}"
        return f"gemm.{self.scalar}.{shape}"


def parse_shape(text: str, scalar: str = "float32") -> MatrixProduct:
    """A shape as --gemm takes it; raises ValueError."""
    parts = text.split(",")
    letters = parts[3] if len(parts) == 4 else "nn"
    if len(parts) not in (3, 4) or letters not in ("nn", "nt", "tn", "tt"):
        raise ValueError("--gemm takes M,N,K and optionally two letters, as in 128,64,256,tn.")
    rows, columns, depth = (int(part) for part in parts[:3])
    if min(rows, columns, depth) < 1:
        raise ValueError("--gemm takes sizes of at least 1.")
    return MatrixProduct(scalar, rows, columns, depth, letters)


def parse_product(name: str) -> MatrixProduct:
    """The product of a workload's name."""
    _, scalar, shape = name.split(".")
    return parse_shape(shape if "," in shape else f"{shape},{shape},{shape}", scalar)


def function_shape(size: int) -> tuple[int, int]:
    """Rows of 1,000 where they divide the size, else of 64, as softmax takes them."""
    columns = 1000 if size % 1000 == 0 else 64
    return (size // columns, columns)
