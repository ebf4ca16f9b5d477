package cn.shequ.kit.merkle;

import java.util.AbstractList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

/**
 * A C2SP tlog tile: up to 256 neighbouring hashes of tree level {@code 8 × level}, concatenated. Its path below
 * {@code tile/} is {@code 0/x001/x234/067}, of a partial one {@code 0/x001/x234/067.p/12}.
 */
public record Tile(int level, long index, int width) {
    public static final int FULL_WIDTH = 256;

    private static final int LEVELS_PER_TILE = 8;
    private static final int HIGHEST_LEVEL = 5;
    private static final Pattern PATH =
            Pattern.compile("([0-5])/((?:x[0-9]{3}/){0,4}[0-9]{3})(?:\\.p/([1-9][0-9]{0,2}))?");

    public Tile {
        if (level < 0 || level > HIGHEST_LEVEL || index < 0 || width < 1 || width > FULL_WIDTH) {
            throw new IllegalArgumentException("There is no tile %d/%d of width %d".formatted(level, index, width));
        }
    }

    /** What a path names, or nothing when it names no tile in the one canonical spelling. */
    public static Optional<Tile> at(String path) {
        Matcher matcher = PATH.matcher(path);
        if (!matcher.matches()) {
            return Optional.empty();
        }
        int level = Integer.parseInt(matcher.group(1));
        long index = Long.parseLong(matcher.group(2).replaceAll("[x/]", ""));
        String partial = matcher.group(3);
        int width = partial == null ? FULL_WIDTH : Integer.parseInt(partial);
        return width > FULL_WIDTH
                ? Optional.empty()
                : Optional.of(new Tile(level, index, width))
                        .filter(tile -> tile.path().equals(path));
    }

    /** The tiles that hold all leaf hashes of a tree; only the last may be partial. */
    public static List<Tile> ofLeaves(long size) {
        long tiles = Math.ceilDiv(size, (long) FULL_WIDTH);
        return new AbstractList<>() {
            @Override
            public Tile get(int index) {
                return new Tile(0, index, (int) Math.min(FULL_WIDTH, size - (long) index * FULL_WIDTH));
            }

            @Override
            public int size() {
                return Math.toIntExact(tiles);
            }
        };
    }

    public String path() {
        StringBuilder path = new StringBuilder("%03d".formatted(index % 1000));
        for (long rest = index / 1000; rest > 0; rest /= 1000) {
            path.insert(0, "x%03d/".formatted(rest % 1000));
        }
        path.insert(0, level + "/");
        return width == FULL_WIDTH
                ? path.toString()
                : path.append(".p/").append(width).toString();
    }

    /** The nodes whose hashes the tile holds, in order. */
    public List<Node> nodes() {
        long first = index * FULL_WIDTH;
        return IntStream.range(0, width)
                .mapToObj(i -> new Node(level * LEVELS_PER_TILE, first + i))
                .toList();
    }

    /** Whether a tree of that size already has all nodes of this tile. */
    public boolean isWithin(long size) {
        return index * FULL_WIDTH + width <= size >> (level * LEVELS_PER_TILE);
    }
}
