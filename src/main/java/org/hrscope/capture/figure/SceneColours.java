package org.hrscope.capture.figure;

import java.util.List;

/// A matching palette: a place and what to wear there.
///
/// @param sky    top of the backdrop
/// @param haze   at the horizon
/// @param ground distant floor
/// @param near   floor at our feet
/// @param light  of the glow behind the figure
record SceneColours(
        Place place,
        Colour sky,
        Colour haze,
        Colour ground,
        Colour near,
        Colour light,
        Outfit outfit) {

    /// Kinds of backdrop.
    enum Place {
        /// A wall that curves softly into the floor.
        STUDIO,
        /// Hills behind hills.
        HILLS,
        /// A large low sun over a plain.
        SUN,
        /// A wall of broad soft folds.
        CURTAIN
    }

    private static final double SHORT = 0.62;
    private static final double LONG = 2;

    static final List<SceneColours> ALL =
            List.of(
                    // Dawn
                    palette(
                            Place.HILLS,
                            0xAFCFE0,
                            0xFBE6D0,
                            0xA9BFA6,
                            0x7E9C84,
                            0xFFF3DC,
                            outfit(0xC8553D, SHORT, 0x2F3E5C, LONG, 0xF4EFE6)),
                    // Terracotta
                    palette(
                            Place.STUDIO,
                            0xEBC7AC,
                            0xF8E5D3,
                            0xDDB093,
                            0xC08E70,
                            0xFFF6EA,
                            outfit(0x2F7480, LONG, 0x37405A, LONG, 0xF2EFE9)),
                    // Sea at evening
                    palette(
                            Place.SUN,
                            0x7A86B6,
                            0xF6C9A8,
                            0x7D7FA6,
                            0x4F5680,
                            0xFFE9C4,
                            outfit(0xF1E3CC, SHORT, 0x3D4B7A, LONG, 0xE2795A)),
                    // Sage
                    palette(
                            Place.CURTAIN,
                            0xBFD0B9,
                            0xE4ECDB,
                            0xA8BE9D,
                            0x84A07C,
                            0xF6FAEC,
                            outfit(0xD99B2B, SHORT, 0x46496A, LONG, 0xFBFAF5)),
                    // Blue hour
                    palette(
                            Place.HILLS,
                            0x24395C,
                            0x8C86B0,
                            0x3C4A70,
                            0x283453,
                            0xD9B9C4,
                            outfit(0xEBB94B, LONG, 0xA9B9CF, LONG, 0xF5F3EC)),
                    // Lilac
                    palette(
                            Place.STUDIO,
                            0xCFC6E4,
                            0xEFEAF7,
                            0xB9AED4,
                            0x9789BA,
                            0xFBF8FF,
                            outfit(0x2F7D69, SHORT, 0x35355C, LONG, 0xF3D388)),
                    // Sand
                    palette(
                            Place.SUN,
                            0x9CC7CF,
                            0xF8EBD2,
                            0xD8C39A,
                            0xB2976B,
                            0xFFFBEA,
                            outfit(0x8F3A4B, SHORT, 0x3E5F70, 1.12, 0xFAFAF5)),
                    // Slate
                    palette(
                            Place.CURTAIN,
                            0xA3B2C0,
                            0xDAE3EA,
                            0x8B9BAB,
                            0x6A7C8E,
                            0xF3F7FA,
                            outfit(0xE0775B, LONG, 0x2D3048, LONG, 0xEDE6DA)));

    private static SceneColours palette(
            Place place, int sky, int haze, int ground, int near, int light, Outfit outfit) {
        return new SceneColours(
                place,
                Colour.of(sky),
                Colour.of(haze),
                Colour.of(ground),
                Colour.of(near),
                Colour.of(light),
                outfit);
    }

    private static Outfit outfit(int shirt, double sleeve, int trousers, double leg, int shoe) {
        return new Outfit(Colour.of(shirt), sleeve, Colour.of(trousers), leg, Colour.of(shoe));
    }
}
