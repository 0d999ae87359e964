package org.hrscope.ui.lessons;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.hrscope.capture.DemoScene;
import org.hrscope.ui.lessons.Wish.Count;
import org.hrscope.ui.lessons.Wish.Exhibit;
import org.hrscope.ui.lessons.Wish.FoldMap;
import org.hrscope.ui.lessons.Wish.Hold;
import org.hrscope.ui.lessons.Wish.Layers;
import org.hrscope.ui.lessons.Wish.Piece;
import org.hrscope.ui.lessons.Wish.Scene;
import org.hrscope.ui.stage.StageLayer;

/// The last lesson: what poses are used for, on the demo figure, with the sections of the Apply panel below the text.
final class Uses {
    private static final List<Wish> SQUATS =
            using(DemoScene.SQUAT, Piece.ACTION, new Count("squat"));

    private static final List<List<Wish>> STEPS =
            List.of(
                    SQUATS,
                    using(DemoScene.ARCHER, Piece.OWN_ACTION),
                    using(DemoScene.RAISE, Piece.INTERACTION),
                    using(DemoScene.ALL, Piece.ANIMATION),
                    SQUATS);

    /// What was predicted can be watched.
    private static final List<Wish> SHOWN = using(DemoScene.WALK, Piece.ACTION, new Count("squat"));

    static final LessonPlan PLAN = new LessonPlan(List.of(), STEPS, SHOWN);

    private Uses() {}

    private static List<Wish> using(DemoScene scene, Piece piece, Wish... more) {
        List<Wish> all = new ArrayList<>();
        all.add(new Scene(scene));
        all.add(new Exhibit(piece));
        all.add(new Layers(Set.of(StageLayer.SKELETON)));
        all.add(new FoldMap());
        all.add(new Hold(false));
        all.addAll(List.of(more));
        return List.copyOf(all);
    }
}
