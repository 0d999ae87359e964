package org.hrscope.capture.figure;

import java.nio.ByteBuffer;
import org.hrscope.capture.DemoScene;
import org.hrscope.capture.FrameSource;

/// Opens the scenes of the demo figure. Any thread.
public final class DemoScenes {
    /// Frames from the start of a clip until its action is well under way.
    private static final int UNDER_WAY = 75;

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
        DemoSource source = new DemoSource(DemoSource.SEED, width, height);
        return scene == DemoScene.ALL ? source : source.only(clip(scene));
    }

    /// A typical moment of the scene: BGRA, alpha 255.
    public static ByteBuffer picture(DemoScene scene, int width, int height) {
        ByteBuffer bgra = ByteBuffer.allocateDirect(4 * width * height);
        if (scene.still()) {
            crowd(scene, width, height).paint(APART, bgra);
        } else {
            long first = scene == DemoScene.ALL ? 0 : clip(scene) * Timeline.CLIP;
            new DemoFigure(DemoSource.SEED, width, height).paint(first + UNDER_WAY, bgra);
        }
        return bgra;
    }

    private static CrowdSource crowd(DemoScene scene, int width, int height) {
        int figures = scene.ordinal() - DemoScene.ONE.ordinal() + 1;
        return new CrowdSource(Crowd.standing(figures), width, height);
    }

    private static long clip(DemoScene scene) {
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
