class BasicBlock(nn.Module):
    def __init__(self, c):
        self.conv1 = nn.Conv2d(c, c, 3,
            padding=1, bias=False)
        self.bn1 = nn.BatchNorm2d(c)
        self.conv2 = nn.Conv2d(c, c, 3,
            padding=1, bias=False)
        self.bn2 = nn.BatchNorm2d(c)

    def forward(self, x):
        y = F.relu(self.bn1(self.conv1(x)))
        y = self.bn2(self.conv2(y))
        return F.relu(y + x)

# stage{stage}[{module}].branches[{branch}]
nn.Sequential(*[ #@
    BasicBlock({out}) for _ in range({blocks})]) #@
