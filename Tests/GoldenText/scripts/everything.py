"""A lesson

Made by Glassbox: with this seed PyTorch gives the numbers of the lesson.
"""

import math

import numpy as np
import torch
from sklearn.datasets import make_classification
from sklearn.decomposition import PCA
from sklearn.metrics import accuracy_score, confusion_matrix, f1_score, roc_curve
from sklearn.model_selection import train_test_split
from torch import nn
from torch.optim import lr_scheduler
from torch.optim.swa_utils import AveragedModel, get_ema_multi_avg_fn
from torch.utils.data import DataLoader, TensorDataset

# %% Stage load
x, y = make_classification(n_samples=120, n_features=8, n_informative=4, random_state=3)
x, y = x[:100], y[:100]

# %% Stage preprocess
x_train, x_val, y_train, y_val = train_test_split(x, y, test_size=30, random_state=3, stratify=y)
pca = PCA(n_components=6, svd_solver="full")
x_train, x_val = pca.fit_transform(x_train), pca.transform(x_val)
x_train, x_val = x_train * 0.5 - 1.0, x_val * 0.5 - 1.0


def tensors(x, y):
    y = torch.tensor(y, dtype=torch.float32).reshape(-1, 1)
    return TensorDataset(torch.tensor(x, dtype=torch.float32), y)


train_loader = DataLoader(
    tensors(x_train, y_train),
    batch_size=16,
    shuffle=True,
    drop_last=True,
    generator=torch.Generator().manual_seed(5),
)
val_loader = DataLoader(tensors(x_val, y_val), batch_size=16)

# %% Stage train
class Residual(nn.Sequential):
    def forward(self, x):
        return x + super().forward(x)


class GaussianNoise(nn.Module):
    def __init__(self, std=0.1):
        super().__init__()
        self.std = std

    def forward(self, x):
        return x + torch.randn_like(x) * self.std if self.training else x


class LSTMLastState(nn.LSTM):
    def forward(self, x):
        return super().forward(x)[1][0][-1]


torch.manual_seed(3)
model = nn.Sequential(
    nn.Linear(6, 8),
    Residual(
        nn.BatchNorm1d(8),
        nn.Linear(8, 8),
        nn.GELU(),
    ),
    GaussianNoise(),
    nn.Unflatten(1, (4, 2)),
    LSTMLastState(2, 3, batch_first=True),
    nn.Linear(3, 1),
)
nn.init.kaiming_normal_(model[0].weight, a=0.1)
nn.init.constant_(model[0].bias, 0.01)
averaged = AveragedModel(model, multi_avg_fn=get_ema_multi_avg_fn(0.9))
criterion = nn.BCEWithLogitsLoss(pos_weight=torch.tensor([2.0]))
optimizer = torch.optim.AdamW(
    [
        {"params": [*model[1].parameters(), *model[4].parameters(), *model[5].parameters()]},
        {"params": model[0].parameters(), "lr": 0.001, "weight_decay": 0.0},
    ],
    lr=0.01,
    betas=(0.8, 0.99),
)
print(f"parameters {sum(p.numel() for p in model.parameters())}")

# %% Stage schedule
scheduler = lr_scheduler.SequentialLR(
    optimizer,
    [
        lr_scheduler.LinearLR(optimizer, total_iters=2),
        lr_scheduler.LambdaLR(
            optimizer,
            lr_lambda=lambda epoch: math.cos(3.141592653589793 * epoch / 32),
        ),
    ],
    milestones=[2],
)

# %% Training
def train_epoch():
    """One pass over the training part: the mean loss and the accuracy."""
    model.train()
    loss_sum, right, count = 0.0, 0, 0
    for step, (xb, yb) in enumerate(train_loader, 1):
        output = model(xb)
        loss = criterion(output, yb)
        (loss / 2).backward()
        if step % 2 == 0 or step == len(train_loader):
            nn.utils.clip_grad_norm_(model.parameters(), 1.0)
            optimizer.step()
            optimizer.zero_grad()
            averaged.update_parameters(model)
            scheduler.step()
        loss_sum += loss.item() * len(yb)
        right += ((output > 0) == yb).sum().item()
        count += len(yb)
    return loss_sum / count, right / count


@torch.no_grad()
def evaluate():
    """One pass over the validation part: the mean loss and the accuracy."""
    averaged.eval()
    loss_sum, right, count = 0.0, 0, 0
    for xb, yb in val_loader:
        output = averaged(xb)
        loss_sum += criterion(output, yb).item() * len(yb)
        right += ((output > 0) == yb).sum().item()
        count += len(yb)
    return loss_sum / count, right / count


best, waited = -float("inf"), 0
for epoch in range(1, 5):
    lr = optimizer.param_groups[0]["lr"]
    loss, accuracy = train_epoch()
    val_loss, val_accuracy = evaluate()
    print(
        f"epoch {epoch:1}  lr {lr:.6f}  loss {loss:.4f}  accuracy {accuracy:.4f}"
        f"  val_loss {val_loss:.4f}  val_accuracy {val_accuracy:.4f}"
    )
    if val_accuracy > best:
        best, waited = val_accuracy, 0
    else:
        waited += 1
    if waited > 2:
        break

# %% Stage evaluate
# The lesson's cross-validation trains anew for every fold; this script trains once.
with torch.no_grad():
    outputs = torch.cat([averaged(xb) for xb, _ in val_loader]).double()
predicted = (outputs > 0).long().flatten().numpy()
probability = torch.cat([1 - outputs.sigmoid(), outputs.sigmoid()], 1).numpy()
print(f"accuracy {accuracy_score(y_val, predicted):.4f}")
print(f"loss {val_loss:.4f}")
print(f"f1 {f1_score(y_val, predicted, average='macro'):.4f}")
print("confusion_matrix", confusion_matrix(y_val, predicted), sep="\n")
print("roc_curve", np.column_stack(roc_curve(y_val, probability[:, 1])), sep="\n")
