package org.hrscope.capture.figure;

/// Clothes. A sleeve or a trouser leg of 1 ends at the elbow or knee, of 2 at the wrist or ankle.
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
