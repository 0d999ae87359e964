self.final_layer = nn.Conv2d({in}, {joints}, {kernel}, #@
    padding={padding}) #@

# forward: {in} × {inSize} → {joints} × {outSize}
y = self.final_layer(y[0])[0] #@

# decode
p = y[0].sigmoid()
around = F.max_pool2d(p[None], 3, stride=1, padding=1)[0]
row, column = ((p == around) & (p > least)).nonzero(as_tuple=True)
width, height, dx, dy = y[1:, row, column]
x = {cell} * (column + 0.5 + dx)
y = {cell} * (row + 0.5 + dy)
half = {cell} / 2 * torch.stack([width, height]).exp()
centre = torch.stack([x, y])
boxes = torch.cat([centre - half, centre + half]).T
keep = torchvision.ops.nms(boxes, p[row, column], overlap)
