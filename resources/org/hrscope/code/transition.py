self.transition{transition} = nn.ModuleList([
    nn.Sequential( #? both #@ same
        nn.Conv2d({in}, {fine}, 3, #? both #@ same
            padding=1, bias=False), #? both #@ same
        nn.BatchNorm2d({fine}), #? both #@ same
        nn.ReLU()), #? both #@ same
    {unchanged} #? later
    nn.Sequential(nn.Sequential( #@ new
        nn.Conv2d({in}, {coarse}, 3, stride=2, #@ new
            padding=1, bias=False), #@ new
        nn.BatchNorm2d({coarse}), #@ new
        nn.ReLU())) #@ new
])

x = [t(x) for t in self.transition{transition}] #? both #@
x.append(self.transition{transition}[{branch}](x[-1])) #? later #@
