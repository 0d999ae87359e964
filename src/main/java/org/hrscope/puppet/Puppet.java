package org.hrscope.puppet;

import java.util.List;

/// The puppets there are to choose from, cut from plain shapes of our own. Any thread.
public enum Puppet {
    ROBOT(new Robot()),
    DANCER(new Dancer()),
    FOX(new Fox());

    private final Costume costume;

    Puppet(Costume costume) {
        this.costume = costume;
    }

    /// Its shapes in this pose, the lowest first.
    public List<Cutout> draw(PuppetPose pose) {
        return costume.cut(pose);
    }
}
