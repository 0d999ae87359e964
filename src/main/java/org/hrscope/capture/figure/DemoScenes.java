package org.hrscope.capture.figure;

import java.nio.ByteBuffer;
import java.util.List;
import java.util.function.DoubleFunction;
import org.hrscope.capture.DemoScene;
import org.hrscope.capture.FrameSource;
import org.hrscope.domain.Keypoint;

/// Opens the scenes of the demo figure. Any thread.
public final class DemoScenes {
    /// A frame of the crowd in which everyone stands upright with free arms.
    private static final int APART = 64;

    private DemoScenes() {}

    public static FrameSource open(DemoScene scene) {
        return open(scene, DemoSource.WIDTH, DemoSource.HEIGHT);
    }

    static FrameSource open(DemoScene scene, int width, int height) {
        if (scene.still()) {
            CrowdSource crowd = crowd(scene, width, height);
            crowd.seek(APART);
            return new StillSource(crowd, scene.id());
        }
        DemoSource source = new DemoSource(figure(scene, width, height), width, height);
        return scene == DemoScene.ALL ? source : source.only(clip(scene));
    }

    /// The true keypoints at any second of a scene that is one action over and over, in the source's pixels.
    public static DoubleFunction<List<Keypoint>> motion(DemoScene scene) {
        DemoFigure figure = figure(scene, DemoSource.WIDTH, DemoSource.HEIGHT);
        long clip = clip(scene);
        return seconds ->
                figure.truth(clip, seconds - Act.SECONDS * Math.floor(seconds / Act.SECONDS));
    }

    private static DemoFigure figure(DemoScene scene, int width, int height) {
        return new DemoFigure(DemoSource.SEED, width, height, timeline(scene));
    }

    /// Actions that are not among those in turn have a timeline of their own.
    private static Timeline timeline(DemoScene scene) {
        return switch (scene) {
            case RAISE -> new Timeline(DemoSource.SEED, new RaisedHands());
            case ARCHER -> new Timeline(DemoSource.SEED, new Archer());
            default -> new Timeline(DemoSource.SEED);
        };
    }

    /// A typical moment of the scene: BGRA, alpha 255.
    public static ByteBuffer picture(DemoScene scene, int width, int height) {
        ByteBuffer bgra = ByteBuffer.allocateDirect(4 * width * height);
        if (scene.still()) {
            crowd(scene, width, height).paint(APART, bgra);
        } else {
            long first = scene == DemoScene.ALL ? 0 : clip(scene) * Timeline.CLIP;
            figure(scene, width, height).paint(first + underWay(scene), bgra);
        }
        return bgra;
    }

    /// Frames from the start of a clip until its action is well under way, and looks like no other.
    private static int underWay(DemoScene scene) {
        return switch (scene) {
            // Both hands up; the bow fully drawn.
            case RAISE -> 141;
            case ARCHER -> 90;
            default -> 75;
        };
    }

    private static CrowdSource crowd(DemoScene scene, int width, int height) {
        int figures = scene.ordinal() - DemoScene.ONE.ordinal() + 1;
        return new CrowdSource(Crowd.standing(figures), width, height);
    }

    private static long clip(DemoScene scene) {
        if (scene == DemoScene.RAISE || scene == DemoScene.ARCHER) return 0;
        Class<? extends Act> action =
                switch (scene) {
                    case WALK -> Walk.class;
                    case JUMP -> JumpingJack.class;
                    case STRETCH -> Stretch.class;
                    case SQUAT -> Squat.class;
                    case TURN -> TurnRound.class;
                    default -> Wave.class;
                };
        return new Timeline(DemoSource.SEED).clipOf(action);
    }
}
