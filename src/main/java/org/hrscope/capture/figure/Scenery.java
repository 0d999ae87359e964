package org.hrscope.capture.figure;

/// The colour of every point of a backdrop. Coordinates are in image heights: x = 0 at the centre, y = 0 at the top
/// and 1 at the bottom.
///
/// @param phase shifts hills and folds, so that scenes of one palette differ
record Scenery(SceneColours palette, double phase) {
    private static final double HORIZON = 0.62;

    /// Where the wall meets the floor.
    private static final double SEAM = 0.74;

    /// Half the width of an outline: wide enough for a backdrop rendered coarsely.
    private static final double EDGE = 0.005;

    Colour at(double x, double y) {
        Colour colour =
                switch (palette.place()) {
                    case STUDIO -> room(x, y, 0);
                    case CURTAIN -> room(x, y, folds(x));
                    case HILLS -> hills(x, y);
                    case SUN -> plain(x, y);
                };
        double corner = Math.max(0, (x * x + (y - 0.5) * (y - 0.5) * 1.6) - 0.35);
        return colour.shade(1 - 0.16 * Math.min(1, corner));
    }

    private Colour sky(double x, double y, double horizon) {
        Colour colour = palette.sky().towards(palette.haze(), Ease.ramp(-0.1, horizon, y));
        double glow = Math.exp(-(x * x * 2.2 + Math.pow(y - horizon + 0.22, 2) * 5));
        return colour.towards(palette.light(), 0.75 * glow);
    }

    private Colour ground(double x, double y, double from) {
        Colour colour = palette.ground().towards(palette.near(), Ease.ramp(from - 0.1, 1.05, y));
        double pool = Math.exp(-(x * x * 5 + Math.pow(y - 0.9, 2) * 60));
        return colour.towards(palette.light(), 0.22 * pool);
    }

    private Colour room(double x, double y, double fold) {
        Colour wall = sky(x, y, SEAM).shade(1 + fold);
        return wall.towards(ground(x, y, SEAM), Ease.ramp(SEAM - 0.05, SEAM + 0.06, y));
    }

    private double folds(double x) {
        return 0.022 * Math.sin(x * 19 + phase + 1.3 * Math.sin(x * 4.1 + phase));
    }

    private Colour hills(double x, double y) {
        Colour colour = sky(x, y, HORIZON);
        double[] crests = {0.47, 0.55, 0.64, 0.73};
        for (int i = 0; i < crests.length; i++) {
            double high = 0.055 - 0.008 * i;
            double slow = Math.sin(x * (2.1 + 0.7 * i) + phase + 2.4 * i);
            double quick = Math.sin(x * (5.3 - 0.6 * i) + 1.7 * phase + 1.1 * i);
            double crest = crests[i] - high * (0.7 * slow + 0.3 * quick);
            double depth = (i + 1.0) / crests.length;
            Colour hill =
                    i == crests.length - 1
                            ? ground(x, y, crest)
                            : palette.haze()
                                    .towards(palette.ground(), 0.25 + 0.7 * depth)
                                    .towards(
                                            palette.haze(),
                                            0.5 * Ease.ramp(crest, crest + 0.16, y));
            colour = colour.towards(hill, Ease.ramp(crest - EDGE, crest + EDGE, y));
        }
        return colour;
    }

    private Colour plain(double x, double y) {
        Colour colour = sky(x, y, HORIZON);
        double fromSun = Math.hypot(x, y - 0.4) - 0.3;
        double rays = 0.35 * Math.exp(-Math.max(0, fromSun) * 4);
        colour = colour.towards(palette.light(), rays);
        colour = colour.towards(palette.light(), 0.75 * (1 - Ease.ramp(-EDGE, EDGE, fromSun)));
        Colour floor = ground(x, y, HORIZON);
        double path = Math.exp(-Math.pow(x / (0.16 + 0.5 * (y - HORIZON)), 2));
        floor = floor.towards(palette.light(), 0.4 * path * (1 - Ease.ramp(HORIZON, 0.95, y)));
        return colour.towards(floor, Ease.ramp(HORIZON - EDGE, HORIZON + EDGE, y));
    }
}
