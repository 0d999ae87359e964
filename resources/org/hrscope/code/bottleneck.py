class Bottleneck(nn.Module):  # layer1[{index}]
    def __init__(self):
        self.conv1 = nn.Conv2d({in}, {middle}, 1, #@
            bias=False) #@
        self.bn1 = nn.BatchNorm2d({middle}) #@
        self.conv2 = nn.Conv2d({middle}, {middle}, 3, #@
            padding=1, bias=False) #@
        self.bn2 = nn.BatchNorm2d({middle}) #@
        self.conv3 = nn.Conv2d({middle}, {out}, 1, #@
            bias=False) #@
        self.bn3 = nn.BatchNorm2d({out}) #@
        self.downsample = nn.Sequential( #? downsample #@
            nn.Conv2d({in}, {out}, 1, bias=False), #? downsample #@
            nn.BatchNorm2d({out})) #? downsample #@

    def forward(self, x):
        y = F.relu(self.bn1(self.conv1(x)))
        y = F.relu(self.bn2(self.conv2(y)))
        y = self.bn3(self.conv3(y))
        return F.relu(y + self.downsample(x)) #? downsample #@
        return F.relu(y + x) #? identity #@
