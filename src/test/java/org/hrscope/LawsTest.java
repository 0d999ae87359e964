package org.hrscope;

import static com.tngtech.archunit.core.domain.JavaCall.Predicates.target;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.assignableTo;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.type;
import static com.tngtech.archunit.core.domain.properties.HasName.Predicates.nameMatching;
import static com.tngtech.archunit.core.domain.properties.HasOwner.Predicates.With.owner;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.fields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.Architectures.layeredArchitecture;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaCodeUnit;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Timer;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.Collectors;
import org.hrscope.capture.FrameSource;
import org.junit.jupiter.api.Test;

/// The rules of the architecture, each with its reason.
class LawsTest {
    private static final int MOST_PARAMETERS = 6;
    private static final JavaClasses HOUSE =
            new ClassFileImporter()
                    .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
                    .importPackages("org.hrscope");

    @Test
    void dependenciesRunDownwardOnly() {
        layeredArchitecture()
                .consideringOnlyDependenciesInLayers()
                .withOptionalLayers(true)
                .layer("entry")
                .definedBy("org.hrscope")
                .layer("front")
                .definedBy("org.hrscope.ui..", "org.hrscope.cli..")
                .layer("work")
                .definedBy(
                        "org.hrscope.batch..",
                        "org.hrscope.bundle..",
                        "org.hrscope.pipeline..",
                        "org.hrscope.ablation..",
                        "org.hrscope.convert..",
                        "org.hrscope.library..",
                        "org.hrscope.export..",
                        "org.hrscope.recording..",
                        "org.hrscope.motion..",
                        "org.hrscope.gesture..",
                        "org.hrscope.puppet..",
                        "org.hrscope.action..",
                        "org.hrscope.quantise..",
                        "org.hrscope.settings..",
                        "org.hrscope.teach..",
                        "org.hrscope.tuning..")
                .layer("parts")
                .definedBy(
                        "org.hrscope.capture..",
                        "org.hrscope.people..",
                        "org.hrscope.inference..",
                        "org.hrscope.hrnet..",
                        "org.hrscope.checkpoint..")
                .layer("ground")
                .definedBy(
                        "org.hrscope.onnx..",
                        "org.hrscope.pixels..",
                        "org.hrscope.natives..",
                        "org.hrscope.json..",
                        "org.hrscope.file..",
                        "org.hrscope.threads..")
                .layer("domain")
                .definedBy("org.hrscope.domain..")
                .whereLayer("entry")
                .mayNotBeAccessedByAnyLayer()
                .whereLayer("front")
                .mayOnlyBeAccessedByLayers("entry")
                .whereLayer("work")
                .mayOnlyBeAccessedByLayers("entry", "front")
                .whereLayer("parts")
                .mayOnlyBeAccessedByLayers("entry", "front", "work")
                .whereLayer("ground")
                .mayOnlyBeAccessedByLayers("entry", "front", "work", "parts")
                .check(HOUSE);
    }

    /// What both need lives below them; a command must run where there is no window system.
    @Test
    void commandsAndWindowDoNotMeet() {
        noClasses()
                .that()
                .resideInAPackage("org.hrscope.cli..")
                .should()
                .dependOnClassesThat()
                .resideInAPackage("org.hrscope.ui..")
                .check(HOUSE);
        noClasses()
                .that()
                .resideInAPackage("org.hrscope.ui..")
                .should()
                .dependOnClassesThat()
                .resideInAPackage("org.hrscope.cli..")
                .check(HOUSE);
    }

    @Test
    void noPackageCycles() {
        slices().matching("org.hrscope.(**)").should().beFreeOfCycles().check(HOUSE);
    }

    /// A library used in one package can be replaced by reading one package.
    @Test
    void oneLibraryLivesInOnePackage() {
        Map<String, String[]> ours =
                Map.of(
                        "javafx..", new String[] {"org.hrscope.ui.."},
                        "org.controlsfx..", new String[] {"org.hrscope.ui.."},
                        "org.kordamp..", new String[] {"org.hrscope.ui.."},
                        "ai.onnxruntime..", new String[] {"org.hrscope.inference.."},
                        "org.opencv..",
                                new String[] {
                                    "org.hrscope.pixels..",
                                    "org.hrscope.capture..",
                                    "org.hrscope.inference..",
                                    "org.hrscope.export..",
                                    "org.hrscope.recording.."
                                },
                        "org.bytedeco..",
                                new String[] {"org.hrscope.capture..", "org.hrscope.recording.."},
                        "picocli..", new String[] {"org.hrscope.cli..", "org.hrscope"},
                        "com.fasterxml..", new String[] {"org.hrscope.json.."},
                        "ai.onnx.proto..", new String[] {"org.hrscope.onnx.."},
                        "net.razorvine..", new String[] {"org.hrscope.checkpoint.."});
        Map<String, String[]> homes = new HashMap<>(ours);
        homes.put("org.commonmark..", new String[] {"org.hrscope.ui.markdown.."});
        homes.forEach((library, packages) ->
                noClasses()
                        .that()
                        .resideOutsideOfPackages(packages)
                        .should()
                        .dependOnClassesThat()
                        .resideInAPackage(library)
                        .allowEmptyShould(true)
                        .check(HOUSE));
    }

    /// A view model without a scene can be tested without a toolkit.
    @Test
    void viewModelsKnowNoScene() {
        noClasses()
                .that()
                .haveSimpleNameEndingWith("ViewModel")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("javafx.scene..", "javafx.stage..")
                .allowEmptyShould(true)
                .check(HOUSE);
    }

    /// What they have in common is the selection: whoever knows another must be told of its changes by a third.
    @Test
    void viewModelsKnowNoOtherViewModel() {
        noClasses()
                .that()
                .haveSimpleNameEndingWith("ViewModel")
                .should()
                .dependOnClassesThat()
                .haveSimpleNameEndingWith("ViewModel")
                .check(HOUSE);
    }

    @Test
    void noStaticMutableState() {
        fields().that()
                .areStatic()
                .and()
                .doNotHaveName("$VALUES")
                .and()
                .doNotHaveModifier(JavaModifier.SYNTHETIC)
                .should()
                .beFinal()
                .check(HOUSE);
    }

    /// Such names say nothing about the class.
    @Test
    void noNamesThatSayNothing() {
        noClasses()
                .should()
                .haveNameMatching(".*(Utils|Util|Manager|Helper|Impl)")
                .allowEmptyShould(true)
                .check(HOUSE);
    }

    /// Everything else goes to the log: a window has no console.
    @Test
    void nobodyPrintsOutsideTheCommands() {
        noClasses()
                .that()
                .resideOutsideOfPackages("org.hrscope.cli..", "org.hrscope")
                .should()
                .accessField(System.class, "out")
                .orShould()
                .accessField(System.class, "err")
                .check(HOUSE);
    }

    /// One door to the FX thread: if it is flooded, there is one place to look.
    @Test
    void runLaterHasOneHome() {
        noClasses()
                .that()
                .doNotHaveSimpleName("FxThread")
                .should()
                .callMethod("javafx.application.Platform", "runLater", "java.lang.Runnable")
                .allowEmptyShould(true)
                .check(HOUSE);
    }

    /// A dialog of its own would forget the ending, or that a file of the whole name is there already.
    @Test
    void filesAreSavedThroughOneDialog() {
        noClasses()
                .that()
                .doNotHaveSimpleName("FileDialog")
                .should()
                .callMethod("javafx.stage.FileChooser", "showSaveDialog", "javafx.stage.Window")
                .check(HOUSE);
    }

    /// An unguarded thread dies silently, and the stage freezes or a command hangs.
    @Test
    void threadsHaveOneHome() {
        noClasses()
                .that()
                .resideOutsideOfPackage("org.hrscope.threads..")
                .should()
                .callConstructorWhere(target(owner(assignableTo(Thread.class))))
                .orShould()
                .callMethodWhere(
                        target(owner(type(Thread.class)))
                                .and(target(nameMatching("of.*|start.*|unstarted"))))
                .orShould()
                .dependOnClassesThat(
                        assignableTo(ExecutorService.class)
                                .or(type(Executors.class))
                                .or(type(Timer.class))
                                .or(assignableTo(Thread.Builder.class)))
                .orShould()
                .callMethodWhere(
                        target(owner(type(CompletableFuture.class)))
                                .and(target(nameMatching(".*Async"))))
                .check(HOUSE);
    }

    /// Every other loop would read ahead, end, be interrupted and give frames back in its own way.
    @Test
    void framesAreReadInOnePlace() {
        noClasses()
                .that()
                .areNotAssignableTo(FrameSource.class)
                .and()
                .doNotHaveSimpleName("FrameRun")
                .and()
                .doNotHaveSimpleName("SourcePlayer")
                .should()
                .callMethodWhere(
                        target(owner(assignableTo(FrameSource.class)))
                                .and(target(nameMatching("next"))))
                .check(HOUSE);
    }

    @Test
    void everyPackageSaysWhatItIs() throws IOException {
        for (Path folder : javaFiles().stream().map(Path::getParent).distinct().toList()) {
            assertThat(folder.resolve("package-info.java")).exists();
        }
    }

    /// One idea per class.
    @Test
    void classesStaySmall() throws IOException {
        List<Path> files = javaFiles();
        for (Path file : files) {
            assertThat(lines(file).stream().filter(LawsTest::isCode).count())
                    .as(file.toString())
                    .isLessThanOrEqualTo(270);
        }
        List<Integer> sorted = files.stream().map(file -> lines(file).size()).sorted().toList();
        assertThat(sorted.get(sorted.size() / 2)).isLessThan(90);
    }

    /// Seven parameters are a record that has no name yet.
    @Test
    void sixParametersAreEnough() {
        List<String> tooMany =
                HOUSE.stream()
                        .filter(c -> !c.isRecord())
                        .flatMap(c -> c.getCodeUnits().stream())
                        .filter(unit -> !unit.getModifiers().contains(JavaModifier.SYNTHETIC))
                        .filter(unit -> unit.getRawParameterTypes().size() > MOST_PARAMETERS)
                        .map(JavaCodeUnit::getFullName)
                        .toList();
        assertThat(tooMany).isEmpty();
    }

    /// A name must tell the reader what it is without a look at the imports. A nested type is qualified by its
    /// outer type, unless a top-level type has the same name.
    @Test
    void noPublicNameTwice() {
        Map<String, List<String>> homes =
                HOUSE.stream()
                        .filter(c -> c.getModifiers().contains(JavaModifier.PUBLIC))
                        .filter(c -> !c.isAnonymousClass())
                        .collect(
                                Collectors.groupingBy(
                                        JavaClass::getSimpleName,
                                        Collectors.mapping(
                                                JavaClass::getName, Collectors.toList())));
        homes.values()
                .removeIf(names ->
                        names.size() < 2 || names.stream().allMatch(name -> name.contains("$")));
        assertThat(homes).isEmpty();
    }

    /// Lines of code per package, imports included, blank lines and comments not. A package that outgrows its
    /// budget holds two ideas, or something that belongs elsewhere; raising a budget is a decision.
    private static final Map<String, Integer> BUDGETS =
            Map.ofEntries(
                    Map.entry("", 320),
                    Map.entry("cli", 3640),
                    Map.entry("ui", 30_590),
                    Map.entry("pipeline", 2040),
                    Map.entry("batch", 1440),
                    Map.entry("ablation", 1100),
                    Map.entry("bundle", 390),
                    Map.entry("teach", 1180),
                    Map.entry("tuning", 630),
                    Map.entry("export", 2120),
                    Map.entry("convert", 800),
                    Map.entry("recording", 1180),
                    Map.entry("library", 830),
                    Map.entry("settings", 250),
                    Map.entry("capture", 5360),
                    Map.entry("inference", 2220),
                    Map.entry("hrnet", 920),
                    Map.entry("checkpoint", 1450),
                    Map.entry("onnx", 1700),
                    Map.entry("pixels", 870),
                    Map.entry("quantise", 1320),
                    Map.entry("json", 510),
                    Map.entry("file", 690),
                    Map.entry("natives", 430),
                    Map.entry("motion", 360),
                    Map.entry("gesture", 160),
                    Map.entry("puppet", 2000),
                    Map.entry("action", 1190),
                    Map.entry("people", 1500),
                    Map.entry("threads", 420),
                    Map.entry("domain", 620));

    @Test
    void packagesKeepTheirBudgets() throws IOException {
        Path root = Path.of("src/main/java/org/hrscope");
        Map<String, Integer> code = new TreeMap<>();
        for (Path file : javaFiles()) {
            Path within = root.relativize(file);
            String name = within.getNameCount() == 1 ? "" : within.getName(0).toString();
            long count = lines(file).stream().filter(LawsTest::isCode).count();
            code.merge(name, (int) count, Integer::sum);
        }
        assertThat(code.keySet()).isSubsetOf(BUDGETS.keySet());
        code.forEach(
                (name, count) -> assertThat(count).as(name).isLessThanOrEqualTo(BUDGETS.get(name)));
    }

    private static boolean isCode(String line) {
        String text = line.strip();
        return !text.isEmpty() && !text.startsWith("//");
    }

    private static List<Path> javaFiles() throws IOException {
        try (var files = Files.walk(Path.of("src/main/java"))) {
            return files.filter(f -> f.toString().endsWith(".java")).toList();
        }
    }

    private static List<String> lines(Path file) {
        try {
            return Files.readAllLines(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
