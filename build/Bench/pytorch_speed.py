"""Training rate of the same network in PyTorch: python3 pytorch_speed.py FOLDER POINTS BATCH STEPS THREADS CLASSES; prints spectra per second.

FOLDER holds convnext1d.py, the implementation that the tests compare with.
"""

import sys
import time

import torch

sys.path.insert(0, sys.argv[1])
import convnext1d  # noqa: E402  found by the line above

points, batch, steps, threads, classes = map(int, sys.argv[2:])
torch.set_num_threads(threads)
network = convnext1d.ConvNeXt1D([2, 2, 3, 2], [32, 64, 128, 256], classes)
for parameter in network.parameters():
    torch.nn.init.normal_(parameter, std=0.02)
optimizer = convnext1d.ScheduleFreeAdamW(network.parameters(), 1e-3, 0.35, "all", 10, "old")
spectra, truth = torch.rand(batch, points), torch.arange(batch) % classes
for step in range(steps + 1):
    if step == 1:
        started = time.perf_counter()
    network.zero_grad()
    torch.nn.functional.cross_entropy(network(spectra), truth).backward()
    torch.nn.utils.clip_grad_norm_(network.parameters(), 1.0)
    optimizer.step()
print(steps * batch / (time.perf_counter() - started))
