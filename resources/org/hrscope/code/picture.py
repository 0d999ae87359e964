mean = torch.tensor([{means}]).view(3, 1, 1)
std = torch.tensor([{deviations}]).view(3, 1, 1)
x = (crop / 255 - mean) / std #@
x = x.unsqueeze(0)  # 1 × 3 × {outSize}
