self.conv_layers = nn.Sequential( #@ mix
    nn.Conv2d({all}, {all}, 1), #@ mix
    nn.BatchNorm2d({all}), #@ mix
    nn.ReLU()) #@ mix
self.final_layer = nn.Conv2d({all}, {joints}, 1) #@ final

def forward(self, y):
    same = [y[0]]
    for v in y[1:]: #@ resized
        same.append(F.interpolate( #@ resized
            v, size=y[0].shape[2:], #@ resized
            mode="bilinear", #@ resized
            align_corners=False)) #@ resized
    x = torch.cat(same, dim=1) #@ concatenated
    x = self.conv_layers(x) #@ mix
    return self.final_layer(x) #@ final
