package org.hrscope.ui.explain;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.hrscope.domain.Task;
import org.hrscope.hrnet.Maps;
import org.hrscope.hrnet.Part;
import org.hrscope.ui.common.Texts;
import org.hrscope.ui.markdown.Terms;
import org.hrscope.ui.network.MapNode;
import org.hrscope.ui.network.OpenedNetwork;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/// What is said of the nodes is complete, and its arithmetic right.
class ExplainerTest {
    private static final Path RESOURCES = Path.of("resources/org/hrscope");
    private static final Pattern PLACE = Pattern.compile("(?<![_^])\\{([a-z][A-Za-z0-9]*)}");

    private final Texts texts = new Texts();
    private final Explainer explainer = new Explainer(texts);

    private List<Explanation> all(OpenedNetwork opened) {
        return opened.map().nodes().stream().map(n -> explainer.node(opened, n, null)).toList();
    }

    /// The figures are those of the official networks: hrnet-facts.md.
    @ParameterizedTest
    @CsvSource({"W32, 28.5, 7.645", "W48, 63.6, 35.307"})
    void whatIsShownNodeByNodeSumsToTheWhole(Networks network, String millions, String giga) {
        long parameters = 0;
        long multiplyAdds = 0;
        for (Explanation node : all(network.opened())) {
            long shownParameters = 0;
            long shownMultiplyAdds = 0;
            for (Computation step : node.steps()) {
                shownParameters += shownResult(step.parameterSum());
                shownMultiplyAdds += shownResult(step.multiplyAddSum());
            }
            assertThat(shownParameters).as(node.name()).isEqualTo(node.figures().parameters());
            assertThat(shownMultiplyAdds).as(node.name()).isEqualTo(node.figures().multiplyAdds());
            parameters += shownParameters;
            multiplyAdds += shownMultiplyAdds;
        }
        assertThat(String.format(Locale.ROOT, "%.1f", parameters / 1e6)).isEqualTo(millions);
        assertThat(String.format(Locale.ROOT, "%.3f", multiplyAdds / 1e9)).isEqualTo(giga);
        assertThat(parameters).isEqualTo(network.net.parameters());
        assertThat(multiplyAdds).isEqualTo(network.net.multiplyAdds());
    }

    private static long shownResult(String sum) {
        if (!sum.contains("=")) return Long.parseLong(sum);
        String result = sum.substring(sum.indexOf('=') + 1).strip().replace(",", "");
        assertThat(Sum.of(sum.substring(0, sum.indexOf('='))))
                .as(sum)
                .isEqualTo(Long.parseLong(result));
        return Long.parseLong(result);
    }

    /// Both sides, worked out anew from what is shown, are the sizes of the values; one step's result is what the next
    /// one starts from.
    @ParameterizedTest
    @EnumSource
    void theShapesOfEveryStepAreWorkedOutRight(Networks network) {
        for (Explanation node : all(network.opened())) {
            for (Computation step : node.steps()) {
                Maps in = step.in();
                assertThat(shownResult(step.side(in.height())))
                        .as(node.name())
                        .isEqualTo(step.out().height());
                assertThat(shownResult(step.side(in.width())))
                        .as(node.name())
                        .isEqualTo(step.out().width());
            }
            if (node.steps().isEmpty()) continue;
            Maps last = node.steps().getLast().out();
            String shape = last.channels() + " × " + last.height() + " × " + last.width();
            assertThat(node.shapes()).as(node.name()).endsWith("→ " + shape);
        }
    }

    @Test
    void theArithmeticOfTheFirstConvolution() {
        OpenedNetwork w32 = Networks.W32.opened();
        Computation step =
                explainer
                        .node(w32, w32.map().node("stem.conv1").orElseThrow(), null)
                        .steps()
                        .getFirst();
        assertThat(step.side(256)).isEqualTo("floor((256 + 2·1 − 3)/2) + 1 = 128");
        assertThat(step.parameterSum()).isEqualTo("64·3·3·3 + 2·64 = 1,856");
        assertThat(step.multiplyAddSum()).isEqualTo("64·3·3·3 · 128·96 = 21,233,664");
    }

    @ParameterizedTest
    @EnumSource
    void everyNodeHasArticleAndCodeInBothLanguages(Networks network) {
        for (Locale language : Texts.LANGUAGES) {
            texts.languageProperty().set(language);
            boolean chinese = language.equals(Locale.SIMPLIFIED_CHINESE);
            for (Explanation node : all(network.opened())) {
                assertThat(PLACE.matcher(node.article()).find()).as(node.article()).isFalse();
                assertThat(node.article()).startsWith("# ");
                assertThat(node.article().codePoints().anyMatch(Character::isIdeographic))
                        .isEqualTo(chinese);
                assertThat(node.article()).contains("```formula");
                assertThat(litLines(node.code())).as(node.name()).isNotEmpty();
            }
        }
    }

    /// Those that are lit exist.
    private static Set<Integer> litLines(String code) {
        Matcher info = Pattern.compile("^```python lit=([0-9,]+)\n").matcher(code);
        assertThat(info.find()).as(code).isTrue();
        long lines = code.lines().count() - 2;
        Set<Integer> lit = new TreeSet<>();
        for (String number : info.group(1).split(",")) lit.add(Integer.valueOf(number));
        assertThat(lit).allMatch(line -> line >= 1 && line <= lines);
        assertThat(PLACE.matcher(code).find()).as(code).isFalse();
        assertThat(code).doesNotContain("#@").doesNotContain("#?");
        return lit;
    }

    @Test
    void theLitLinesAreThoseOfTheNode() {
        OpenedNetwork w32 = Networks.W32.opened();
        assertThat(lit(w32, "stem.conv2"))
                .contains("self.conv2 = nn.Conv2d(64, 64, 3,")
                .noneMatch(l -> l.contains("conv1"));
        assertThat(lit(w32, "layer1.0"))
                .contains(
                        "nn.Conv2d(64, 256, 1, bias=False),",
                        "return F.relu(y + self.downsample(x))");
        assertThat(lit(w32, "layer1.1"))
                .contains("return F.relu(y + x)")
                .noneMatch(l -> l.contains("downsample"));
        assertThat(lit(w32, "stage3.1.fuse_layers.0.2"))
                .contains(
                        "nn.Conv2d(128, 32, 1, bias=False),",
                        "nn.Upsample(scale_factor=4,",
                        "mode=\"nearest\"))");
        assertThat(
                        lit(w32, "stage4.0.fuse_layers.3.0").stream()
                                .filter(l -> l.contains("stride=2")))
                .hasSize(2);
        assertThat(lit(w32, "heatmaps")).contains("heatmaps = self.final_layer(y[0])");
    }

    @Test
    void nothingFinerReachesTheFinestBranchAndNothingCoarserTheCoarsest() {
        OpenedNetwork w32 = Networks.W32.opened();
        assertThat(article(w32, "stage3.1.fused.0")).contains("coarser").doesNotContain("finer");
        assertThat(article(w32, "stage3.1.fused.1")).contains("coarser", "finer");
        assertThat(article(w32, "stage3.1.fused.2")).contains("finer").doesNotContain("coarser");
    }

    private String article(OpenedNetwork opened, String name) {
        return explainer.node(opened, opened.map().node(name).orElseThrow(), null).article();
    }

    private List<String> lit(OpenedNetwork opened, String name) {
        String code = explainer.node(opened, opened.map().node(name).orElseThrow(), null).code();
        List<String> lines = code.lines().toList();
        return litLines(code).stream().map(line -> lines.get(line).strip()).toList();
    }

    @ParameterizedTest
    @EnumSource
    void everyLinkLeadsSomewhere(Networks network) {
        Terms terms = new Terms(texts);
        OpenedNetwork opened = network.opened();
        StepText steps = new StepText(texts);
        for (Explanation node : all(opened)) {
            StringBuilder text = new StringBuilder(node.article());
            node.steps().forEach(step -> text.append(steps.of(step, true)));
            Matcher link = Pattern.compile("]\\((\\w+:[^)]*)\\)").matcher(text);
            while (link.find()) {
                String target = link.group(1);
                boolean known =
                        target.startsWith(ExplainViewModel.NODE)
                                ? opened.map()
                                        .node(target.substring(ExplainViewModel.NODE.length()))
                                        .isPresent()
                                : terms.find(target).isPresent();
                assertThat(known).as(node.name() + ": " + target).isTrue();
            }
        }
    }

    /// No article without a node, no value filled in for nobody.
    @Test
    void everyArticleAndEveryPlaceIsUsed() throws IOException {
        Set<String> articles =
                new TreeSet<>(
                        Set.of(
                                "stage.md",
                                "finder_stage.md",
                                "boxes_stage.md",
                                "operator.md",
                                "rounded.md"));
        Set<String> code = new TreeSet<>();
        Set<String> offered = new HashSet<>();
        Set<String> wanted = new HashSet<>();
        for (Networks network : Networks.values()) {
            Steps steps = new Steps(network.net);
            for (Part part : network.net.parts()) {
                Topic subject = network.topic(part, steps.input(part.layers().getFirst()));
                articles.add(subject.article() + ".md");
                code.add(subject.code() + ".py");
                offered.addAll(subject.places().keySet());
            }
        }
        Path english = RESOURCES.resolve("text/explain/en");
        assertThat(names(english)).isEqualTo(articles);
        assertThat(names(RESOURCES.resolve("code"))).isEqualTo(code);
        for (String name : articles) wanted.addAll(places(english.resolve(name)));
        for (String name : code) wanted.addAll(places(RESOURCES.resolve("code").resolve(name)));
        assertThat(wanted).containsAll(offered);
    }

    /// Who edits an article reads there what may be filled into it.
    @Test
    void theReadmeListsThePlacesOfEveryArticle() throws IOException {
        Map<String, Set<String>> offered = new TreeMap<>();
        for (Networks network : Networks.values()) {
            for (Part part : network.net.parts()) {
                Steps steps = new Steps(network.net);
                Topic subject = network.topic(part, steps.input(part.layers().getFirst()));
                Set<String> places = new TreeSet<>(subject.places().keySet());
                if (part.kind() == Part.Kind.FUSED) places.addAll(Set.of("arriving", "paths"));
                offered.computeIfAbsent(subject.article(), _ -> places).retainAll(places);
            }
        }
        offered.put("operator", Set.of("operators"));
        Set<String> whole = new TreeSet<>(explainer.stagePlaces(Networks.W32.opened()).keySet());
        offered.put("stage", whole);
        offered.put("finder_stage", whole);
        offered.put("boxes_stage", whole);
        List<String> rows =
                offered.entrySet().stream()
                        .map(e ->
                                "| `" + e.getKey() + "` | " + String.join(" ", e.getValue()) + " |")
                        .toList();
        assertThat(Files.readAllLines(RESOURCES.resolve("text/explain/README.md")))
                .containsAll(rows);
    }

    private static Set<String> names(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return new TreeSet<>(files.map(file -> file.getFileName().toString()).toList());
        }
    }

    private static List<String> places(Path file) throws IOException {
        return PLACE.matcher(Files.readString(file)).results().map(m -> m.group(1)).toList();
    }

    /// It has neither joints nor heatmaps, and is no pose network.
    @Test
    void aFinderOfBoxesIsNotCalledAPoseNetwork() {
        String article = explainer.stage(Networks.foreign(Task.BOXES)).article();
        assertThat(article).contains("person finder", "foreign", "boxes").doesNotContain("joint");
    }

    @Test
    void theStageIsExplainedByTheModelsNumbers() {
        Explanation stage = explainer.stage(Networks.W48.opened());
        assertThat(stage.article()).contains("384 × 288", "96 × 72", "17", "HRNet-W48");
        assertThat(stage.figures()).isNull();
    }

    @Test
    void ofAForeignNodeOnlyTheFileIsQuoted() {
        OpenedNetwork foreign = Networks.foreign();
        MapNode node = foreign.map().nodes().getFirst();
        Explanation explanation = explainer.node(foreign, node, null);
        assertThat(explanation.article()).startsWith("# Conv Relu");
        assertThat(explanation.shapes()).isEqualTo("24 × 32 × 24");
        assertThat(explanation.figures().parameters()).isEqualTo(1000);
        assertThat(explanation.steps()).isEmpty();
        assertThat(explanation.code()).isEmpty();
    }
}
