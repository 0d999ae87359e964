class PoseHRNet(nn.Module):
    def __init__(self):
        self.conv1 = nn.Conv2d(3, {out}, 3, #@ first
            stride=2, padding=1, bias=False) #@ first
        self.bn1 = nn.BatchNorm2d({out}) #@ first
        self.conv2 = nn.Conv2d({out}, {out}, 3, #@ second
            stride=2, padding=1, bias=False) #@ second
        self.bn2 = nn.BatchNorm2d({out}) #@ second

    def forward(self, x):
        x = F.relu(self.bn1(self.conv1(x))) #@ first
        x = F.relu(self.bn2(self.conv2(x))) #@ second
