package org.hrscope.capture.figure;

/// Clothes. Length 1 ends a sleeve or trouser leg at the elbow or knee, 2 at the wrist or ankle.
record Outfit(Colour shirt, double sleeve, Colour trousers, double leg, Colour shoe) {

    Outfit towards(Outfit other, double part) {
        return new Outfit(
                shirt.towards(other.shirt, part),
                sleeve + (other.sleeve - sleeve) * part,
                trousers.towards(other.trousers, part),
                leg + (other.leg - leg) * part,
                shoe.towards(other.shoe, part));
    }
}
