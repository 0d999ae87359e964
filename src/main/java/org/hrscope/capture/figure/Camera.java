package org.hrscope.capture.figure;

/// The virtual camera: 3.2 m in front of the figure and slightly above it, from another side in each scene,
/// following its walk.
///
/// @param turn   world to camera
/// @param target the world point at the centre of the view
/// @param focal  pixels per metre at the target
record Camera(Rotation turn, Vec3 target, double focal, double middleX, double middleY) {
    private static final double DISTANCE = 3.2;
    private static final double PITCH = 6;
    private static final double MOST_ASIDE = 7;

    /// Frames the camera takes to swing to a new scene's side.
    private static final int SWING = 60;

    /// Share of the figure's sideways walk the camera follows.
    private static final double FOLLOWS = 0.6;

    private static final double METRES_HIGH = 2.5;
    static final double TARGET_HEIGHT = 0.9;

    /// A projected point: pixels, pixels per metre there, and its depth in front of the target plane in metres.
    record Spot(double x, double y, double scale, double depth) {}

    static Camera at(long index, Placement figure, int width, int height) {
        Rotation turn = Rotation.aboutX(PITCH).after(Rotation.aboutY(aside(index)));
        Vec3 target = new Vec3(figure.x() * FOLLOWS, TARGET_HEIGHT, figure.z());
        return new Camera(turn, target, height / METRES_HIGH, width / 2.0, height * 0.54);
    }

    /// Straight ahead.
    static Camera ahead(Vec3 target, double focal, double middleX, double middleY) {
        return new Camera(Rotation.aboutX(PITCH), target, focal, middleX, middleY);
    }

    private static double aside(long index) {
        long scene = Math.floorDiv(index, Timeline.SCENE);
        double there = Ease.ramp(0, SWING, Math.floorMod(index, Timeline.SCENE));
        return there * asideIn(scene) + (1 - there) * asideIn(scene - 1);
    }

    /// The first scene is seen from the front, the others from non-repeating angles.
    private static double asideIn(long scene) {
        return scene < 0 ? 0 : Ease.wave(MOST_ASIDE, 0.31 * scene);
    }

    Spot see(Vec3 point) {
        Vec3 v = turn.of(point.minus(target));
        double scale = focal * DISTANCE / (DISTANCE - v.z());
        return new Spot(middleX + v.x() * scale, middleY - v.y() * scale, scale, v.z());
    }

    /// How many pixels the horizon shifts to the right as the camera turns; nearer things shift a little more as it
    /// moves.
    double pan() {
        double turned = Math.atan2(turn.z().x(), turn.x().x());
        return -focal * (DISTANCE * Math.tan(turned) + 0.25 * target.x());
    }

    /// The largest possible [#pan()], as a fraction of the image height.
    static double mostPan() {
        return (DISTANCE * Math.tan(Math.toRadians(MOST_ASIDE)) + 0.25) / METRES_HIGH;
    }
}
