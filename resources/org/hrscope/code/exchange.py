# stage{stage}[{module}].fuse_layers[{to}][{from}] #? path
nn.Sequential( #? up #@
    nn.Conv2d({in}, {out}, 1, bias=False), #? up #@
    nn.BatchNorm2d({out}), #? up #@
    nn.Upsample(scale_factor={factor}, #? up #@
        mode="nearest")) #? nearest #@
        mode="bilinear", #? bilinear #@
        align_corners=False)) #? bilinear #@
nn.Sequential( #? down #@
    *[nn.Sequential( #? down2 #@
        nn.Conv2d({in}, {in}, 3, stride=2, #? down2 #@
            padding=1, bias=False), #? down2 #@
        nn.BatchNorm2d({in}), #? down2 #@
        nn.ReLU())], #? down2 #@
    *[nn.Sequential( #? down3 #@
        nn.Conv2d({in}, {in}, 3, stride=2, #? down3 #@
            padding=1, bias=False), #? down3 #@
        nn.BatchNorm2d({in}), #? down3 #@
        nn.ReLU()) for _ in range(2)], #? down3 #@
    nn.Sequential( #? down #@
        nn.Conv2d({in}, {out}, 3, stride=2, #? down #@
            padding=1, bias=False), #? down #@
        nn.BatchNorm2d({out}))) #? down #@
 #? path
# HighResolutionModule
def forward(self, x):
    x = [branch(v) for branch, v
         in zip(self.branches, x)]
    fused = []
    for i, row in enumerate(self.fuse_layers): #@ sum
        y = x[i] #@ sum
        for j, path in enumerate(row): #@ sum
            if j != i: #@ sum
                y = y + path(x[j]) #@
        fused.append(F.relu(y)) #@ sum
    return fused
