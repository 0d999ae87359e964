package org.hrscope.ui.lessons;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.hrscope.action.KnownActions;
import org.hrscope.capture.DemoScene;
import org.hrscope.hrnet.HrNet;
import org.hrscope.hrnet.Part;
import org.hrscope.ui.common.Texts;
import org.hrscope.ui.markdown.Terms;
import org.hrscope.ui.playground.Parameter;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/// Every step of every lesson, in both languages, on several networks; without a toolkit.
class LessonsWalkTest {
    private static final Path TEXTS = Path.of("resources/org/hrscope/text/lessons");
    private static final Pattern PLACE = Pattern.compile("(?<![_^])\\{[a-z][A-Za-z0-9]*}");
    private static final Pattern LINK = Pattern.compile("\\]\\(([^)]*)\\)");

    private final RecordedWindow window = new RecordedWindow();
    private final Texts texts = new Texts();
    private LessonsViewModel model = new LessonsViewModel(window, texts, LessonProgress.NONE);

    static Stream<Arguments> everywhere() {
        return Stream.of(Subjects.values())
                .flatMap(
                        on -> Texts.LANGUAGES.stream().map(language -> Arguments.of(on, language)));
    }

    @BeforeEach
    void fresh() {
        model = new LessonsViewModel(window, texts, LessonProgress.NONE);
    }

    @ParameterizedTest
    @MethodSource("everywhere")
    void everyStepHasWordsAndAsksForWhatThereIs(Subjects on, Locale language) {
        texts.languageProperty().set(language);
        Subject subject = on.subject();
        model.subject(subject);
        assertThat(model.lessons()).hasSize(10);
        for (Lesson lesson : model.lessons()) {
            assertThat(model.title(lesson)).isNotBlank();
            model.open(lesson);
            if (!lesson.possible()) continue;
            LessonText text = model.text(lesson);
            assertThat(text.steps()).as(lesson.name()).hasSize(lesson.steps().size());
            for (int step = 0; step < text.steps().size(); step++) {
                assertThat(model.stepProperty().get()).isEqualTo(step);
                assertThat(window.shown.getLast())
                        .as("%s, step %d", lesson.name(), step + 1)
                        .isEqualTo(filled(lesson.steps().get(step)))
                        .isNotEmpty();
                window.shown.getLast().forEach(wish -> thereIs(wish, subject));
                LessonText.Step here = text.steps().get(step);
                words(new LessonText.Section(here.heading(), here.body()));
                model.next();
            }
            assertThat(model.asking()).as("no way on without an answer").isTrue();
            assertThat(window.shown.getLast()).isNotEqualTo(lesson.shown());
            words(text.question().hint());
            words(text.question().why());
            assertThat(text.question().options().isEmpty()).isEqualTo(!lesson.answer().isEmpty());
        }
    }

    /// The joint is chosen by the window; here by default.
    private static List<Wish> filled(List<Wish> step) {
        return step.stream()
                .map(wish ->
                        wish instanceof Wish.Joint(int index, boolean alone)
                                        && index == Wish.Joint.CLEAREST
                                ? new Wish.Joint(9, alone)
                                : wish)
                .toList();
    }

    private static final Prediction MOVES =
            new Prediction(
                    Prediction.Kind.MOVES,
                    List.of(0, 5, 10, 14),
                    2,
                    "stage3.0.fuse_layers.0.2",
                    List.of(0.42, 1.25, Double.NaN, 0.38));

    @ParameterizedTest
    @CsvSource({
        "en, 'right wrist disappeared; left shoulder 1.3\u00a0px; nose, right knee 0.4\u00a0px'",
        "zh-CN, 右腕消失，左肩移动 1.3\u00a0像素，鼻子、右膝移动 0.4\u00a0像素"
    })
    void whatIsPredictedIsTriedThenShown(String language, String outcome) {
        texts.languageProperty().set(Locale.forLanguageTag(language));
        window.joint = 7;
        model.subject(Subjects.W32.subject());
        model.open(lesson("exchange"));
        model.goTo(5);
        assertThat(window.asked).isEqualTo(Prediction.Kind.MOVES);
        assertThat(model.asking()).as("while it is tried").isFalse();
        assertThat(model.awaited()).contains(Prediction.Kind.MOVES);
        window.answer.accept(MOVES);
        assertThat(model.asking()).isTrue();
        assertThat(model.awaited()).isEmpty();
        assertThat(window.shown.getLast()).contains(new Wish.Select(MOVES.path()));
        assertThat(model.options(model.text(lesson("exchange")).steps().get(5))).hasSize(4);
        model.choose(0);
        assertThat(model.settled()).isFalse();
        assertThat(window.shown.getLast()).doesNotContain(new Wish.CutPath(MOVES.path()));
        model.choose(2);
        assertThat(window.shown.getLast())
                .contains(new Wish.CutPath(MOVES.path()), new Wish.Exhibit(Wish.Piece.EFFECTS));
        assertThat(model.text(lesson("exchange")).steps().get(5).why().body()).contains(outcome);
        assertThat(model.finished()).as("one question is left").isEmpty();
        model.next();
        assertThat(model.settled()).isFalse();
        assertThat(model.atTheEnd()).isTrue();
    }

    /// The map draws the shares: folded before, lest it tells them.
    @Test
    void theMapUnfoldsOnceTheLargestShareIsKnown() {
        model.subject(Subjects.W32.subject());
        model.open(lesson("head"));
        model.next();
        window.answer.accept(
                new Prediction(
                        Prediction.Kind.SHARES,
                        List.of(0, 1, 2, 3),
                        0,
                        "",
                        List.of(0.9, 0.05, 0.04, -0.02)));
        model.choose(1);
        assertThat(window.shown.getLast()).contains(new Wish.FoldMap());
        model.choose(0);
        assertThat(window.shown.getLast())
                .contains(new Wish.Zoom(Set.of()), new Wish.Exhibit(Wish.Piece.SHARES))
                .doesNotContain(new Wish.FoldMap());
    }

    /// What a lesson knows the answer to needs nobody on stage, and does not finish the lesson.
    @Test
    void howManyClicksIsAskedAtOnce() {
        model.subject(Subjects.W32.subject());
        model.open(lesson("pretraining"));
        List<Prediction.Kind> awaited = new ArrayList<>();
        model.stepProperty().subscribe(() -> model.awaited().ifPresent(awaited::add));
        model.goTo(3);
        assertThat(awaited).as("not even at first").isEmpty();
        assertThat(model.asking()).isTrue();
        assertThat(window.asked).isNull();
        LessonText.Step step = model.text(lesson("pretraining")).steps().get(3);
        assertThat(model.options(step)).hasSize(3).isEqualTo(step.options());
        model.choose(2);
        assertThat(model.settled()).isFalse();
        model.choose(step.right());
        assertThat(model.settled()).isTrue();
        assertThat(window.shown.getLast()).isEqualTo(lesson("pretraining").steps().get(3));
        assertThat(model.finished()).isEmpty();
        model.next();
        assertThat(model.settled()).isFalse();
        assertThat(window.shown.getLast()).contains(new Wish.Teach());
    }

    @Test
    void aPredictionMayBeSkippedAndALateOneIsDropped() {
        model.subject(Subjects.W32.subject());
        model.open(lesson("head"));
        model.next();
        var late = window.answer;
        assertThat(window.asked).isEqualTo(Prediction.Kind.SHARES);
        model.next();
        late.accept(MOVES);
        assertThat(model.predictionProperty().get()).isNull();
        assertThat(model.stepProperty().get()).isEqualTo(2);
        assertThat(window.shown.getLast()).contains(new Wish.Joint(9, true));
    }

    @Test
    void aLessonPointsAtTheClearestJointAndNamesIt() {
        window.joint = 3;
        model.subject(Subjects.W32.subject());
        model.open(lesson("families"));
        model.next();
        assertThat(window.shown.getLast()).contains(new Wish.Joint(3, true));
        assertThat(model.text(lesson("families")).steps().get(1).body()).contains("left ear");
    }

    private static void words(LessonText.Section section) {
        assertThat(section.heading()).isNotBlank();
        assertThat(section.body()).isNotBlank();
        assertThat(section.heading() + section.body()).doesNotContainPattern(PLACE);
    }

    private static void thereIs(Wish wish, Subject subject) {
        HrNet net = subject.net();
        Set<String> nodes =
                net == null
                        ? Set.of()
                        : net.parts().stream().map(Part::name).collect(Collectors.toSet());
        switch (wish) {
            case Wish.Select(String node) -> assertThat(nodes).contains(node);
            case Wish.Inspect(String node) -> assertThat(nodes).contains(node);
            case Wish.Zoom(Set<String> around) -> assertThat(nodes).containsAll(around);
            case Wish.Joint(int joint, boolean _) ->
                    assertThat(joint).isBetween(0, subject.info().joints() - 1);
            case Wish.CutPath(String path) -> {
                if (path != null) assertThat(nodes).contains(path);
            }
            case Wish.Predict(Prediction.Kind kind) -> assertThat(kind).isNotNull();
            case Wish.Playground asked -> assertThat(asked.preset()).isNotNull();
            case Wish.Exhibit(Wish.Piece piece) -> assertThat(piece).isNotEqualTo(Wish.Piece.NONE);
            case Wish.OfferSize(int width) -> assertThat(width).isEqualTo(32);
            case Wish.Count(String action) -> assertThat(KnownActions.named(action)).isPresent();
            case Wish.Layers _,
                    Wish.Hues _,
                    Wish.Hold _,
                    Wish.FoldMap _,
                    Wish.Scene _,
                    Wish.Teach _ -> {}
        }
    }

    /// What each step selects (`!`: opened beside the stage), shows, or switches.
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "pretraining|TWINS play;TWINS joint hold;TWINS play;CLICKS;"
                        + "SKELETON teach CLICKS hold;HEATMAPS+SKELETON CURVES;heatmaps!;TWINS play",
                "families|SKELETON;HEATMAPS joint hold;HEATMAPS hues play;BOX+CROP;HEATMAPS hues",
                "stem|image CROP;stem.conv1!;stem.conv2!;stem.conv2;stem.conv2",
                "convolution|EDGE+VALID play;LEFT_OVER;LEFT_OVER+SAME;STEM;POINTWISE;DILATED;DEPTHWISE;"
                        + "STEM code;LEFT_OVER 14 input width 3 kernel width",
                "layer1|;layer1.1!;layer1.0!;;stem.conv2",
                "branches|transition1.1;stage2.0.branches.0!;stage2.0.branches.1!;transition2.2;"
                        + "stage4.0.branches.3;stage3.1.fused.2",
                "exchange|stage3.0.fused.0;stage3.0.fuse_layers.0.2!;stage3.0.fuse_layers.2.0!;"
                        + "stage3.0.fused.0!;size32;SKELETON hold cut null MOVES;",
                "head|heatmaps!;joint HEATMAPS+SKELETON hold SHARES;DECODING joint hold;DECODING joint hold;DECODING joint hold;"
                        + "CROP+SCORES+SKELETON hold;CROP+HEATMAPS joint hold",
                "widths|;;size32;",
                "uses|SQUAT ACTION SKELETON play count squat;ARCHER OWN_ACTION SKELETON play;"
                        + "RAISE INTERACTION SKELETON play;ALL ANIMATION SKELETON play;"
                        + "SQUAT ACTION SKELETON play count squat"
            })
    void eachLessonDrivesTheWindowAsWritten(String name, String script) {
        model.subject(Subjects.BUNDLED.subject());
        String steps =
                lesson(name).steps().stream()
                        .map(step ->
                                step.stream()
                                        .map(LessonsWalkTest::brief)
                                        .filter(word -> !word.isEmpty())
                                        .collect(Collectors.joining(" ")))
                        .collect(Collectors.joining(";"));
        assertThat(steps).isEqualTo(script);
    }

    private static String brief(Wish wish) {
        return switch (wish) {
            case Wish.Select(String node) -> node;
            case Wish.Inspect(String node) -> node + "!";
            case Wish.Zoom _, Wish.FoldMap _ -> "";
            case Wish.Teach() -> "teach";
            case Wish.OfferSize(int width) -> "size" + width;
            case Wish.Layers(var seen) ->
                    seen.stream().map(Enum::name).sorted().collect(Collectors.joining("+"));
            case Wish.Scene(DemoScene scene) -> scene.name();
            case Wish.Count(String action) -> "count " + action;
            case Wish.Hues _ -> "hues";
            case Wish.Joint(int joint, boolean _) ->
                    joint == Wish.Joint.CLEAREST ? "joint" : "joint" + joint;
            case Wish.CutPath(String path) -> "cut " + path;
            case Wish.Predict(Prediction.Kind kind) -> kind.name();
            case Wish.Hold(boolean paused) -> paused ? "hold" : "play";
            case Wish.Exhibit(Wish.Piece piece) -> piece.name();
            case Wish.Playground(
                            var preset,
                            var padding,
                            boolean playing,
                            var sizes,
                            boolean code) ->
                    preset.name()
                            + (padding == null ? "" : "+" + padding)
                            + (playing ? " play" : "")
                            + (code ? " code" : "")
                            + sizes(sizes);
        };
    }

    private static String sizes(Map<Parameter, Integer> sizes) {
        return new TreeMap<>(sizes)
                .entrySet().stream()
                        .map(each -> " " + each.getValue() + " " + each.getKey())
                        .collect(Collectors.joining())
                        .toLowerCase(Locale.ROOT)
                        .replace('_', ' ');
    }

    private Lesson lesson(String name) {
        return model.lessons().get(Course.NAMES.indexOf(name));
    }

    @ParameterizedTest
    @CsvSource({
        "W32, families, 52224",
        "W32, stem, 64 96 72",
        "W48, stem, 64 64 48",
        "W32, convolution, 4",
        "W32, layer1, 256 64 48",
        "BUNDLED, branches, 128 8 6",
        "W32, branches, 256 8 6",
        "W48, branches, 384 12 9",
        "W32, exchange, 6",
        "W32, head, 97",
        "W48, head, 145",
        "W32, widths, 288"
    })
    void theRightNumbersAreAcceptedAndOthersRefused(Subjects on, String name, String right) {
        model.subject(on.subject());
        model.open(lesson(name));
        for (String wrong : List.of("", "no idea", right + " 1", "1" + right, "0")) {
            model.answer(wrong);
            assertThat(model.answered()).as(wrong).isFalse();
            assertThat(model.finished()).isEmpty();
        }
        model.answer(right.replace(" ", " × "));
        assertThat(model.answered()).isTrue();
        assertThat(model.finished()).containsExactly(name);
        String hint = model.text(lesson(name)).question().hint().body();
        assertThat(hint)
                .as("the hint tells the answer")
                .doesNotContainPattern("\\b" + right + "\\b");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "families|52,224",
                "families|52 224",
                "families|５２２２４",
                "families|17*64*48",
                "families|17 x 64 x 48",
                "families|17×64×48",
                "families|１７×６４＊４８",
                "families|17 X 3072 = 52,224",
                "stem|64x96x72",
                "stem|64, 96, 72",
                "stem|(64, 96, 72)",
                "stem|６４×９６×７２"
            })
    void numbersMayBeTypedInManyWays(String name, String typed) {
        assertThat(answers(name, typed)).isTrue();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "families|17*64*47",
                "families|17 64 48",
                "families|17*64*48 = 52225",
                "families|17*64*48*",
                "families|17+64+48",
                "stem|64*96*72*1"
            })
    void otherProductsAreRefused(String name, String typed) {
        assertThat(answers(name, typed)).isFalse();
        assertThat(TypedAnswer.is("9*".repeat(5000) + "9", List.of(9))).isFalse();
    }

    private boolean answers(String name, String typed) {
        model.subject(Subjects.W32.subject());
        model.open(lesson(name));
        model.answer(typed);
        return model.answered();
    }

    @Test
    void whoIsStuckIsShownTheAnswerAndMayTryAgainAnotherDay() {
        model.subject(Subjects.W32.subject());
        model.open(lesson("layer1"));
        model.goTo(lesson("layer1").questionStep());
        model.showAnswer();
        assertThat(model.settled()).as("before a try").isFalse();
        model.answer("1 2 3");
        model.showAnswer();
        assertThat(model.settled()).isTrue();
        assertThat(model.answered()).isFalse();
        assertThat(window.shown.getLast()).isEqualTo(lesson("layer1").shown());
        model.answer("256 64 48");
        assertThat(model.finished()).isEmpty();
        model.next();
        assertThat(model.lessonProperty().get()).isNull();
        model.open(lesson("layer1"));
        assertThat(model.asking()).isTrue();
        model.answer("256 64 48");
        assertThat(model.finished()).containsExactly("layer1");
    }

    @Test
    void theOfficialSizeIsOfferedWhereANetworkIsSmaller() {
        model.subject(Subjects.BUNDLED.subject());
        model.open(lesson("widths"));
        assertThat(model.offered()).isEmpty();
        model.goTo(2);
        assertThat(model.offered()).hasValue(32);
        model.useSize(32);
        assertThat(window.size).isEqualTo(32);
        model.subject(Subjects.W32.subject());
        assertThat(model.stepProperty().get()).isEqualTo(2);
        assertThat(model.offered()).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("everywhere")
    void everyQuestionAcceptsTheRightAnswerAndRefusesWrongOnes(Subjects on, Locale language) {
        texts.languageProperty().set(language);
        model.subject(on.subject());
        for (Lesson lesson : model.lessons()) {
            if (!lesson.possible()) continue;
            model.open(lesson);
            model.goTo(lesson.questionStep());
            LessonText text = model.text(lesson);
            for (int i = 0; i < text.question().options().size(); i++) {
                if (i == text.question().right()) continue;
                model.choose(i);
                assertThat(model.answered()).isFalse();
            }
            String numbers =
                    lesson.answer().stream().map(String::valueOf).collect(Collectors.joining(" "));
            if (text.question().options().isEmpty()) {
                model.answer(numbers + "0");
                assertThat(model.answered()).isFalse();
                model.answer(numbers);
            } else {
                model.choose(text.question().right());
            }
            assertThat(model.answered()).as(lesson.name()).isTrue();
            assertThat(window.shown.getLast())
                    .as("what the question hid")
                    .isEqualTo(
                            lesson.shown().isEmpty()
                                    ? filled(lesson.steps().getLast())
                                    : lesson.shown());
            lesson.shown().forEach(wish -> thereIs(wish, on.subject()));
            model.next();
            assertThat(model.lessonProperty().get()).as("finished: back to the list").isNull();
        }
    }

    @Test
    void whereThereIsNoHrNetTheBundledOneIsOffered() {
        model.subject(Subjects.FOREIGN.subject());
        assertThat(model.lessons())
                .filteredOn(Lesson::possible)
                .extracting(Lesson::name)
                .containsExactly("families", "convolution", "widths", "uses");
        model.open(lesson("stem"));
        assertThat(window.shown).isEmpty();
        assertThat(window.left).isEqualTo(1);
        model.useBundled();
        assertThat(window.bundled).isEqualTo(1);
        model.subject(Subjects.BUNDLED.subject());
        assertThat(window.shown).containsExactly(lesson("stem").steps().getFirst());
        model.leave();
        assertThat(window.left).isEqualTo(2);
    }

    /// A hand has no head, and others know where its top is: there is nothing to teach.
    @ParameterizedTest
    @ValueSource(strings = {"hand21", "mpii16", "crowdpose14"})
    void theFirstLessonNeedsANetworkThatLacksTheTopOfTheHead(String joints) {
        model.subject(Subjects.of(joints));
        assertThat(lesson("pretraining").possible()).isFalse();
        assertThat(lesson("stem").possible()).isTrue();
    }

    /// The lesson's own clicks give it that joint, and the lesson goes on.
    @Test
    void theFirstLessonGoesOnWithWhatItTaught() {
        Subject knows = Subjects.of("mpii16");
        model.subject(new Subject(knows.info(), knows.net(), List.of("head_top")));
        assertThat(lesson("pretraining").possible()).isTrue();
    }

    /// The second version exchanges in another way and ends in another head.
    @Test
    void theSecondVersionHasAllLessonsButTwo() {
        model.subject(Subjects.V2.subject());
        assertThat(model.lessons())
                .filteredOn(lesson -> !lesson.possible())
                .extracting(Lesson::name)
                .containsExactly("exchange", "head");
    }

    @Test
    void aLessonGoesOnWhereItWasLeftAndAFinishedOneBegins() {
        model =
                new LessonsViewModel(
                        window,
                        texts,
                        new LessonProgress(
                                List.of("widths", "no such lesson"),
                                Map.of("stem", 99, "gone", 2)));
        model.subject(Subjects.W32.subject());
        assertThat(model.finished()).containsExactly("widths");
        assertThat(model.reached(lesson("stem"))).as("of a longer lesson").isEqualTo(5);
        model.open(lesson("layer1"));
        model.next();
        model.next();
        model.back();
        model.leave();
        assertThat(model.reached(lesson("layer1"))).isEqualTo(3);
        model = new LessonsViewModel(window, texts, model.progress());
        model.subject(Subjects.W32.subject());
        assertThat(model.progress().reached()).containsEntry("layer1", 3).doesNotContainKey("gone");
        model.open(lesson("layer1"));
        assertThat(model.stepProperty().get()).isEqualTo(2);
        model.open(lesson("widths"));
        assertThat(model.stepProperty().get()).isZero();
    }

    @Test
    void bothLanguagesHaveTheSameLessonsPlacesLinksAndOptions() throws Exception {
        Set<String> used = new TreeSet<>();
        for (String name : Course.NAMES) {
            String english = Files.readString(TEXTS.resolve("en").resolve(name + ".md"));
            String chinese = Files.readString(TEXTS.resolve("zh_CN").resolve(name + ".md"));
            assertThat(all(PLACE, chinese)).as(name).isEqualTo(all(PLACE, english));
            assertThat(all(LINK, chinese)).as(name).isEqualTo(all(LINK, english));
            LessonText one = LessonText.parse(english);
            LessonText other = LessonText.parse(chinese);
            assertThat(other.steps()).as(name).hasSameSizeAs(one.steps());
            assertThat(other.question().options()).as(name).hasSameSizeAs(one.question().options());
            assertThat(other.question().right()).as(name).isEqualTo(one.question().right());
            used.addAll(all(PLACE, english));
            for (Locale language : Texts.LANGUAGES) {
                texts.languageProperty().set(language);
                for (String link : all(LINK, english)) {
                    String target = link.substring(2, link.length() - 1);
                    assertThat(new Terms(texts).find(target)).as(target).isPresent();
                }
                model.subject(Subjects.W32.subject());
                String text = language.equals(Locale.ENGLISH) ? english : chinese;
                assertThat(text.lines().findFirst()).hasValue("# " + model.title(lesson(name)));
            }
        }
        Map<String, Object> facts = Facts.of(Subjects.W32.subject());
        Set<String> known =
                new TreeSet<>(
                        Set.of(
                                "{answer}",
                                "{joint}",
                                "{path}",
                                "{pathFrom}",
                                "{pathTo}",
                                "{outcome}"));
        facts.keySet().forEach(fact -> known.add("{" + fact + "}"));
        assertThat(used).as("places with a value that no lesson uses").isEqualTo(known);
    }

    private static Set<String> all(Pattern pattern, String text) {
        return pattern.matcher(text)
                .results()
                .map(MatchResult::group)
                .collect(Collectors.toCollection(TreeSet::new));
    }

    @Test
    void whatIsBorrowedIsGivenBackUnlessThePersonChangedIt() {
        String[] value = {"mine"};
        Borrowed<String> borrowed = new Borrowed<>(() -> value[0], now -> value[0] = now);
        borrowed.giveBack();
        assertThat(value[0]).isEqualTo("mine");
        borrowed.set("lesson's");
        borrowed.set("lesson's next");
        borrowed.giveBack();
        assertThat(value[0]).isEqualTo("mine");
        borrowed.set("lesson's");
        value[0] = "mine now";
        borrowed.giveBack();
        assertThat(value[0]).isEqualTo("mine now");
        borrowed.set("lesson's");
        value[0] = "mine again";
        borrowed.set("lesson's next");
        borrowed.giveBack();
        assertThat(value[0]).isEqualTo("mine again");
    }
}
