package hoso.healthrecord.document.claim;

import hoso.healthrecord.document.Flaw.Code;
import hoso.healthrecord.document.Flaws.Stop;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Set;

/// The files in an envelope and who sent it, gathered while the envelope is read.
final class ClaimFilesReader implements ClaimXmlReader.Listener {
    private static final Set<String> PARTS = Set.of("LOAIHOSO", "NOIDUNGFILE");
    final List<File> files = new ArrayList<>();
    String facility = "";
    int visits;
    private boolean inFile;

    @Override
    public void opened(Deque<String> path) throws Stop {
        if (path.size() == 1 && !path.getLast().equals("GIAMDINHHS")) {
            throw new Stop("/", Code.NOT_AN_ENVELOPE);
        }
        if (is(path, "HOSO", "DANHSACHHOSO") && ++visits > 1) {
            throw new Stop("GIAMDINHHS/THONGTINHOSO/DANHSACHHOSO/HOSO[2]", Code.SEVERAL_VISITS);
        }
        if (is(path, "FILEHOSO", "HOSO")) {
            if (files.size() == ClaimTableReader.names().size()) {
                throw new Stop("HOSO/FILEHOSO[" + (files.size() + 1) + "]", Code.TOO_MANY_ELEMENTS);
            }
            files.add(new File("HOSO/FILEHOSO[" + (files.size() + 1) + "]"));
            inFile = true;
        }
    }

    @Override
    public void leaf(Deque<String> path, String text) throws Stop {
        if (is(path, "MACSKCB", "THONGTINDONVI")) {
            facility = text;
        } else if (inFile && PARTS.contains(path.getLast())) {
            var file = files.getLast();
            var before = path.getLast().equals("LOAIHOSO") ? file.table : file.content;
            if (!before.isEmpty()) {
                throw new Stop(file.pointer + "/" + path.getLast(), Code.TAG_TWICE);
            }
            if (path.getLast().equals("LOAIHOSO")) {
                file.table = text;
            } else {
                file.content = text;
            }
        } else if (is(path, "FILEHOSO", "HOSO")) {
            inFile = false;
        }
    }

    @Override
    public void closed(Deque<String> path) {
        if (is(path, "FILEHOSO", "HOSO")) {
            inFile = false;
        }
    }

    private static boolean is(Deque<String> path, String name, String parent) {
        if (!path.getLast().equals(name) || path.size() < 2) {
            return false;
        }
        var upwards = path.descendingIterator();
        upwards.next();
        return upwards.next().equals(parent);
    }

    static final class File {
        final String pointer;
        String table = "";
        String content = "";

        File(String pointer) {
            this.pointer = pointer;
        }
    }
}
