"""Training rate of the same network in PyTorch: python3 pytorch_speed.py FOLDER POINTS BATCH SECONDS THREADS CLASSES.

FOLDER holds convnext1d.py, the implementation that the tests compare with. Printed are spectra per second, and the rate of a plain float32
product in GFLOP/s, which tells what PyTorch has to multiply with: Debian's takes the reference BLAS, some forty times slower than OpenBLAS,
where no other is installed.
"""

import sys
import time

import torch

sys.path.insert(0, sys.argv[1])
import convnext1d  # noqa: E402  found by the line above

points, batch, seconds, threads, classes = map(int, sys.argv[2:])
torch.set_num_threads(threads)
network = convnext1d.ConvNeXt1D([2, 2, 3, 2], [32, 64, 128, 256], classes)
for parameter in network.parameters():
    torch.nn.init.normal_(parameter, std=0.02)
optimizer = convnext1d.ScheduleFreeAdamW(network.parameters(), 1e-3, 0.35, "all", 10, "old")
spectra, truth = torch.rand(batch, points), torch.arange(batch) % classes
side = 1536
factor = torch.ones(side, side)
product = factor @ factor


def step():
    network.zero_grad()
    torch.nn.functional.cross_entropy(network(spectra), truth).backward()
    torch.nn.utils.clip_grad_norm_(network.parameters(), 1.0)
    optimizer.step()


def calls_per_second(call, patience):
    call()
    calls, started = 0, time.perf_counter()
    while calls == 0 or time.perf_counter() - started < patience:
        call()
        calls += 1
    return calls / (time.perf_counter() - started)


print(
    batch * calls_per_second(step, seconds),
    2e-9 * side**3 * calls_per_second(lambda: torch.mm(factor, factor, out=product), seconds / 8),
)
