package org.hrscope.puppet;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Scanner;

/// Reads a BVH file as animation programs do, knowing nothing of ours: any hierarchy, any order of channels.
final class BvhReader {
    private static final class Node {
        final String name;
        final Node parent;
        final double[] offset = new double[3];
        final List<String> channels = new ArrayList<>();

        Node(String name, Node parent) {
            this.name = name;
            this.parent = parent;
        }
    }

    private final List<Node> nodes = new ArrayList<>();
    private final List<double[]> rows = new ArrayList<>();
    private double frameTime;

    BvhReader(String text) {
        Scanner in = new Scanner(text);
        expect(in, "HIERARCHY");
        Deque<Node> open = new ArrayDeque<>();
        for (String word = in.next(); !word.equals("MOTION"); word = in.next()) {
            switch (word) {
                case "ROOT", "JOINT" -> begin(new Node(in.next(), open.peek()), open, in);
                case "End" -> {
                    expect(in, "Site");
                    begin(new Node(open.element().name + "End", open.peek()), open, in);
                }
                case "OFFSET" -> {
                    for (int i = 0; i < 3; i++) open.element().offset[i] = number(in);
                }
                case "CHANNELS" -> {
                    int count = in.nextInt();
                    for (int i = 0; i < count; i++) open.element().channels.add(in.next());
                }
                case "}" -> open.pop();
                default -> throw new IllegalArgumentException(word);
            }
        }
        if (!open.isEmpty()) throw new IllegalArgumentException("a brace is missing");
        expect(in, "Frames:");
        int frames = in.nextInt();
        expect(in, "Frame");
        expect(in, "Time:");
        frameTime = number(in);
        int width = nodes.stream().mapToInt(node -> node.channels.size()).sum();
        for (int i = 0; i < frames; i++) {
            double[] row = new double[width];
            for (int c = 0; c < width; c++) row[c] = number(in);
            rows.add(row);
        }
        if (in.hasNext()) throw new IllegalArgumentException("more than " + frames + " frames");
    }

    private void begin(Node node, Deque<Node> open, Scanner in) {
        nodes.add(node);
        open.push(node);
        expect(in, "{");
    }

    private static void expect(Scanner in, String word) {
        String next = in.next();
        if (!next.equals(word)) throw new IllegalArgumentException(next + " for " + word);
    }

    private static double number(Scanner in) {
        return Double.parseDouble(in.next());
    }

    double frameTime() {
        return frameTime;
    }

    int frames() {
        return rows.size();
    }

    List<double[]> rows() {
        return rows;
    }

    /// Where each node is, by its name.
    Map<String, double[]> positions(int frame) {
        Map<String, double[]> places = new LinkedHashMap<>();
        Map<Node, double[][]> turns = new LinkedHashMap<>();
        int column = 0;
        for (Node node : nodes) {
            double[] place = node.offset.clone();
            double[][] turn = {{1, 0, 0}, {0, 1, 0}, {0, 0, 1}};
            for (String channel : node.channels) {
                double value = rows.get(frame)[column++];
                int axis = channel.charAt(0) - 'X';
                if (channel.endsWith("position")) place[axis] += value;
                else turn = times(turn, about(axis, Math.toRadians(value)));
            }
            if (node.parent != null) {
                double[][] above = turns.get(node.parent);
                double[] moved = times(above, place);
                double[] from = places.get(node.parent.name);
                for (int i = 0; i < 3; i++) moved[i] += from[i];
                place = moved;
                turn = times(above, turn);
            }
            places.put(node.name, place);
            turns.put(node, turn);
        }
        return places;
    }

    private static double[][] about(int axis, double angle) {
        double c = Math.cos(angle);
        double s = Math.sin(angle);
        return switch (axis) {
            case 0 -> new double[][] {{1, 0, 0}, {0, c, -s}, {0, s, c}};
            case 1 -> new double[][] {{c, 0, s}, {0, 1, 0}, {-s, 0, c}};
            default -> new double[][] {{c, -s, 0}, {s, c, 0}, {0, 0, 1}};
        };
    }

    private static double[][] times(double[][] a, double[][] b) {
        double[][] product = new double[3][3];
        for (int i = 0; i < 3; i++)
            for (int j = 0; j < 3; j++)
                for (int k = 0; k < 3; k++) product[i][j] += a[i][k] * b[k][j];
        return product;
    }

    private static double[] times(double[][] a, double[] v) {
        double[] product = new double[3];
        for (int i = 0; i < 3; i++) for (int k = 0; k < 3; k++) product[i] += a[i][k] * v[k];
        return product;
    }
}
