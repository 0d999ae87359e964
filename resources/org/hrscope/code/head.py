self.final_layer = nn.Conv2d({in}, {joints}, {kernel}, #@
    padding={padding}) #@

# forward: {in} × {inSize} → {joints} × {outSize}
heatmaps = self.final_layer(y[0]) #@
