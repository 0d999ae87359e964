package org.hrscope.action;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.hrscope.domain.Problem;
import org.hrscope.motion.AngleName;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ActionStoreTest {
    @TempDir Path folder;
    private ActionStore store;

    @BeforeEach
    void open() {
        store = new ActionStore(folder.resolve("actions"));
    }

    private static OwnAction action(String name) {
        return new OwnAction(
                name,
                List.of(new AngleName(List.of("left_hip", "left_knee", "left_ankle"))),
                new double[][] {{170}, {120.25}, {90}, {131}, {170}},
                12.5);
    }

    private List<String> names() {
        return store.all(problem -> assertThat(problem).isNull()).stream()
                .map(OwnAction::name)
                .toList();
    }

    @Test
    void whatIsSavedIsReadAgain() throws Problem {
        assertThat(names()).isEmpty();
        store.save(action("拉弓 / draw: a bow?"));
        OwnAction read = store.all(_ -> {}).getFirst();
        assertThat(read.name()).isEqualTo("拉弓 / draw: a bow?");
        assertThat(read.angles()).isEqualTo(action("").angles());
        assertThat(read.curve()).isDeepEqualTo(action("").curve());
        assertThat(read.threshold()).isEqualTo(12.5);
    }

    @Test
    void namesThatGiveTheSameFileNameKeepApart() throws Problem {
        store.save(action("a/b"));
        store.save(action("a:b"));
        assertThat(names()).containsExactly("a/b", "a:b");
        store.delete(action("a/b"));
        assertThat(names()).containsExactly("a:b");
    }

    @Test
    void aNameIsTakenOnce() throws Problem {
        store.save(action("one"));
        store.save(action("two"));
        assertThatThrownBy(() -> store.save(action("one"))).hasMessageContaining("already");
        assertThatThrownBy(() -> store.rename(action("two"), "one"))
                .hasMessageContaining("already");
        assertThat(store.rename(action("two"), "three").name()).isEqualTo("three");
        assertThat(names()).containsExactly("one", "three");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "  ",
                " a",
                "0123456789012345678901234567890123456789012345678901234567890"
            })
    void aNameHasSomethingInIt(String name) {
        assertThatThrownBy(() -> store.save(action(name)))
                .isInstanceOfSatisfying(
                        Problem.class,
                        problem -> assertThat(problem.key()).isEqualTo("action.name"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "[]",
                "{}",
                "{\"name\":\"a\"}",
                "{\"name\":\"a\",\"angles\":[\"a,b,c\"],\"rate\":20,\"threshold\":5,\"curve\":[[1],[2]]}",
                "{\"name\":\"a\",\"angles\":[\"a,b\"],\"rate\":20,\"threshold\":5,\"curve\":[[1],[2],[3]]}",
                "{\"name\":\"a\",\"angles\":[null],\"rate\":20,\"threshold\":5,\"curve\":[[1],[2],[3]]}",
                "{\"name\":\"a\",\"angles\":[\"a,b,c\"],\"rate\":30,\"threshold\":5,\"curve\":[[1],[2],[3]]}",
                "{\"name\":\"a\",\"angles\":[\"a,b,c\"],\"rate\":20,\"threshold\":0,\"curve\":[[1],[2],[3]]}",
                "{\"name\":\"a\",\"angles\":[\"a,b,c\"],\"rate\":20,\"threshold\":5,\"curve\":[[1],[2,3],[3]]}",
                "{\"name\":\"a\",\"angles\":[\"a,b,c\"],\"rate\":20,\"threshold\":5,\"curve\":[[1],[400],[3]]}",
                "{\"name\":\"a\",\"angles\":[\"a,b,c\"],\"rate\":20,\"threshold\":5,\"curve\":[[1],null,[3]]}",
            })
    void aDamagedFileIsNamedAndTheOthersAreThere(String content) throws Exception {
        store.save(action("good"));
        Path bad = folder.resolve("actions/bad.json");
        Files.writeString(bad, content);
        List<Problem> told = new ArrayList<>();
        assertThat(store.all(told::add)).extracting(OwnAction::name).containsExactly("good");
        assertThat(told).hasSize(1);
        assertThatThrownBy(() -> ActionStore.read(bad))
                .isInstanceOfSatisfying(
                        Problem.class,
                        problem ->
                                assertThat(problem.key()).isIn("json.broken", "action.damaged"));
    }
}
