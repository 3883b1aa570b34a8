/* The loops of plain.py, most of them over the engine's functions, called through ctypes. Plain C: no
 * headers, no Python API. Arithmetic is that of plain.py, in double precision and in the same order, so that both
 * give the same bits (hence -ffp-contract=off).
 */

typedef void *handle;
typedef unsigned long long word; /* a handle as Python keeps it */

struct engine {
    handle (*page_object)(handle, int);
    handle (*form_object)(handle, unsigned long);
    int (*type)(handle);
    int (*bounds)(handle, float *, float *, float *, float *);
    int (*matrix)(handle, float *);
    int (*draw_mode)(handle, int *, int *);
    int (*segment_count)(handle);
    handle (*segment)(handle, int);
    int (*segment_type)(handle);
    int (*segment_point)(handle, float *, float *);
    int (*segment_close)(handle);
    handle (*owner)(handle, int);
    unsigned (*unicode)(handle, int);
    int (*loose_box)(handle, int, float *);
    int (*map_error)(handle, int);
    int (*is_generated)(handle, int);
    int (*render_mode)(handle);
    int (*char_matrix)(handle, int, float *);
    double (*font_size)(handle, int);
    int (*char_origin)(handle, int, double *, double *);
    handle (*clip_path)(handle);
    int (*clip_count)(handle);
};

/* As in answers.py: the types of objects, the fields of Lettering. */
enum { KINDS = 6, GENERATED = -1 };
struct lettering {
    double mode, a, b, c, d, size, x, y, clips;
};

static struct engine ask;

/* Changed together with bulk.py. */
int version(void) { return 5; }

void bind(const struct engine *functions) { ask = *functions; }

static handle object_of(handle holder, int in_form, int i) {
    return in_form ? ask.form_object(holder, (unsigned long)i) : ask.page_object(holder, i);
}

/* Handles of the first `count` objects of a page or form, sorted by type; `counts` of each type.
 * `found` and `kinds` are room for as many: each object is looked at once, as memory is what costs.
 */
void objects(handle holder, int in_form, int count, word *found, unsigned char *kinds,
             word *handles, int *counts) {
    word *next[KINDS];
    int i, kind;
    for (kind = 0; kind < KINDS; kind++)
        counts[kind] = 0;
    for (i = 0; i < count; i++) {
        handle object = object_of(holder, in_form, i);
        found[i] = (word)object;
        kinds[i] = (unsigned char)ask.type(object);
        counts[kinds[i]]++;
    }
    for (kind = 0; kind < KINDS; handles += counts[kind++])
        next[kind] = handles;
    for (i = 0; i < count; i++)
        *next[kinds[i]]++ = found[i];
}

/* Widen a box, which starts as the first point, so that it holds a point moved by a matrix. */
static void hold(double *box, const double *m, double x, double y, int first) {
    double at[2];
    int k;
    at[0] = m[0] * x + m[2] * y + m[4];
    at[1] = m[1] * x + m[3] * y + m[5];
    for (k = 0; k < 2; k++) {
        if (first || at[k] < box[k])
            box[k] = at[k];
        if (first || at[k] > box[k + 2])
            box[k + 2] = at[k];
    }
}

/* Bounds of an object as the engine has them; 0: it has none. */
static int bounds_of(handle object, const double *outer, double *box) {
    float b[4];
    int k;
    if (!ask.bounds(object, b, b + 1, b + 2, b + 3))
        return 0;
    for (k = 0; k < 4; k++) {
        if (outer)
            hold(box, outer, b[k & 2], b[(k & 1) ? 3 : 1], !k);
        else
            box[k] = b[k];
    }
    return 1;
}

/* The matrix of an object and of the forms around it. */
static void matrix_of(handle object, const double *outer, double *m) {
    int i;
    float own[6];
    ask.matrix(object, own);
    if (outer) {
        for (i = 0; i < 6; i += 2) {
            m[i] = own[i] * outer[0] + own[i + 1] * outer[2];
            m[i + 1] = own[i] * outer[1] + own[i + 1] * outer[3];
        }
        m[4] += outer[4];
        m[5] += outer[5];
    } else {
        for (i = 0; i < 6; i++)
            m[i] = own[i];
    }
}

/* Bounds of at most `most` points of a path; 0: it has none. */
static int measure(handle path, int most, const double *outer, double *box) {
    int i, count = ask.segment_count(path);
    float x, y;
    double m[6];
    matrix_of(path, outer, m);
    for (i = 0; i < count && i < most; i++) {
        ask.segment_point(ask.segment(path, i), &x, &y);
        hold(box, m, x, y, !i);
    }
    return count > 0;
}

static int passes(const double *box, const double *region, double shortest) {
    return (box[2] - box[0] >= shortest || box[3] - box[1] >= shortest) &&
           !(box[2] < region[0] || box[0] > region[2] || box[3] < region[1] || box[1] > region[3]);
}

/* Whether an object touches `region` and has a side of at least `shortest`; its bounds. With
 * `measured` it is a path, and so many of its points at most make its bounds.
 */
static int wanted(handle object, const double *outer, const double *region, double shortest,
                  int measured, double *box) {
    return bounds_of(object, outer, box) && passes(box, region, shortest) &&
           (!measured ||
            (measure(object, measured, outer, box) && passes(box, region, shortest)));
}

/* Which of `count` objects are wanted: their handles and bounds are written, how many there are is
 * returned. `outer`: the matrix of the forms around them, or null.
 */
int within(const word *handles, int count, const double *outer, const double *region,
           double shortest, int measured, word *found, double *boxes) {
    int i, kept = 0;
    for (i = 0; i < count; i++)
        if (wanted((handle)handles[i], outer, region, shortest, measured, boxes + 4 * kept))
            found[kept++] = handles[i];
    return kept;
}

static double smaller(double a, double b) { return a <= b ? a : b; }
static double larger(double a, double b) { return a <= b ? b : a; }

/* Displayed place of a user-space point; frame: left, bottom, right, top. */
static void display(const double *frame, int turns, double x, double y, double *at) {
    switch (turns) {
    case 0:
        at[0] = x - frame[0], at[1] = frame[3] - y;
        break;
    case 1:
        at[0] = y - frame[1], at[1] = x - frame[0];
        break;
    case 2:
        at[0] = frame[2] - x, at[1] = y - frame[1];
        break;
    default:
        at[0] = frame[3] - y, at[1] = frame[2] - x;
    }
}

static void box_around(const double *a, const double *b, double *box) {
    box[0] = smaller(a[0], b[0]);
    box[1] = smaller(a[1], b[1]);
    box[2] = larger(a[0], b[0]);
    box[3] = larger(a[1], b[1]);
}

static int is_thin(double w, double h) {
    return (h <= 3.0 && w > 3 * h) || (w <= 3.0 && h > 3 * w);
}

static int may_be_fat(double w, double h) {
    return smaller(w, h) <= 12.0 && larger(w, h) > 3 * smaller(w, h);
}

/* As in answers.py. */
enum { LINE_TO = 0, MOVE_TO = 2, MOST_SEGMENTS = 20000 };
static const double STRAIGHT = 0.6;

/* The straight sides of a path of `count` segments; returns the boxes written, two a segment at most. */
static int sides(handle path, int count, const double *outer, const double *frame, int turns,
                 double shortest, double *boxes) {
    int i, moved = 0, known = 0, kept = 0;
    double m[6], start[2], last[2], here[2];
    matrix_of(path, outer, m);
    for (i = 0; i < count; i++) {
        handle segment = ask.segment(path, i);
        int kind = ask.segment_type(segment), closes = ask.segment_close(segment), side;
        float x, y;
        ask.segment_point(segment, &x, &y);
        display(frame, turns, m[0] * x + m[2] * y + m[4], m[1] * x + m[3] * y + m[5], here);
        if (kind == MOVE_TO) {
            start[0] = here[0], start[1] = here[1];
            moved = 1;
        }
        for (side = 0; side < 2; side++) {
            const double *from = side ? start : last;
            double *box = boxes + 4 * kept, w, h;
            if (side ? !(closes && moved) : !(kind == LINE_TO && known))
                continue;
            box_around(from, here, box);
            w = box[2] - box[0];
            h = box[3] - box[1];
            kept += (w <= STRAIGHT || h <= STRAIGHT) && (w >= shortest || h >= shortest);
        }
        last[0] = closes && moved ? start[0] : here[0];
        last[1] = closes && moved ? start[1] : here[1];
        known = 1;
    }
    return kept;
}

/* Lines along the page's sides among `count` paths that are wanted, as displayed boxes. Returns how
 * many were written; `*seen` paths were looked at: the next one may need more `room` than is left.
 */
int edges(const word *handles, int count, const double *outer, const double *region,
          double shortest, int measured, const double *frame, int turns, double *boxes, int room,
          int *seen) {
    int kept = 0;
    for (*seen = 0; *seen < count; ++*seen) {
        handle path = (handle)handles[*seen];
        double around[4], a[2], b[2];
        int fill = 0, stroke = 0, count_of;
        if (!wanted(path, outer, region, shortest, measured, around))
            continue;
        if (is_thin(around[2] - around[0], around[3] - around[1])) {
            if (kept == room)
                break;
            display(frame, turns, around[0], around[1], a);
            display(frame, turns, around[2], around[3], b);
            box_around(a, b, boxes + 4 * kept++);
            continue;
        }
        count_of = ask.segment_count(path);
        ask.draw_mode(path, &fill, &stroke);
        if (!(fill || stroke) || count_of < 2 || count_of > MOST_SEGMENTS)
            continue;
        if (count_of == 2 && !may_be_fat(around[2] - around[0], around[3] - around[1]))
            continue;
        if (kept + 2 * count_of > room)
            break;
        kept += sides(path, count_of, outer, frame, turns, shortest, boxes + 4 * kept);
    }
    return kept;
}

/* For each of the first `count` characters whether the font does not say what it prints. */
void unmapped(handle text, int count, unsigned char *errors) {
    int i;
    for (i = 0; i < count; i++)
        errors[i] = ask.map_error(text, i) == 1;
}

static void letter(handle text, int i, handle owner, struct lettering *out) {
    handle clip;
    float m[6];
    out->mode = GENERATED;
    if (ask.is_generated(text, i))
        return;
    out->mode = ask.render_mode(owner);
    ask.char_matrix(text, i, m);
    out->a = m[0];
    out->b = m[1];
    out->c = m[2];
    out->d = m[3];
    out->size = ask.font_size(text, i);
    ask.char_origin(text, i, &out->x, &out->y);
    clip = ask.clip_path(owner);
    out->clips = clip ? ask.clip_count(clip) : 0;
}

/* Text object (0: made up by the engine), code, loose box (left, top, right, bottom as the engine
 * writes them) and lettering of `count` characters from `first` on.
 */
void characters(handle text, int first, int count, word *owners, unsigned *codes, float *boxes,
                struct lettering *styles) {
    int i;
    for (i = 0; i < count; i++) {
        handle owner = ask.owner(text, first + i);
        owners[i] = (word)owner;
        codes[i] = ask.unicode(text, first + i);
        ask.loose_box(text, first + i, boxes + 4 * i);
        if (owner)
            letter(text, first + i, owner, styles + i);
    }
}

/* As in answers.py. */
enum { STRIPS = 4096, CROWD = 48 };
static const double TOUCH = 0.02, STRIP = 7.0;

/* Boxes of a strip that reach as far as the next one does: the last CROWD, and that. */
struct strip {
    int count, boxes[CROWD + 1];
};

static int precedes(const double *boxes, int a, int b) {
    int k;
    for (k = 0; k < 4; k++)
        if (boxes[4 * a + k] != boxes[4 * b + k])
            return boxes[4 * a + k] < boxes[4 * b + k];
    return a < b;
}

/* The numbers of boxes sorted by their sides; returns the one of both rooms that holds them. */
static int *sorted(const double *boxes, int count, int *order, int *room) {
    int i, width;
    for (i = 0; i < count; i++)
        order[i] = i;
    for (width = 1; width < count; width *= 2) {
        int start, *merged = room;
        for (start = 0; start < count; start += 2 * width) {
            int middle = count - start < width ? count : start + width;
            int end = count - middle < width ? count : middle + width;
            int a = start, b = middle;
            for (i = start; i < end; i++)
                merged[i] = b == end || (a < middle && precedes(boxes, order[a], order[b]))
                                ? order[a++]
                                : order[b++];
        }
        room = order;
        order = merged;
    }
    return order;
}

/* The end of a chain of numbers, which is made shorter. */
static int last(int *other, int n) {
    while (other[n] != n)
        n = other[n] = other[other[n]];
    return n;
}

static int level(double y) {
    double share = y / STRIP;
    int whole = (int)share;
    return whole - (whole > share);
}

/* Box `n` is joined with those of a strip that it touches, and becomes one of them. */
static void join(const double *boxes, int n, struct strip *strip, int *other) {
    const double *own = boxes + 4 * n;
    double left = own[0] - TOUCH, upper = own[1] - TOUCH, lower = own[3] + TOUCH;
    int i, kept = 0;
    for (i = 0; i < strip->count; i++)
        if (boxes[4 * strip->boxes[i] + 2] >= left)
            strip->boxes[kept++] = strip->boxes[i];
    if (kept > CROWD) {
        for (i = 0; i < CROWD; i++)
            strip->boxes[i] = strip->boxes[i + kept - CROWD];
        kept = CROWD;
    }
    for (i = 0; i < kept; i++) {
        const double *box = boxes + 4 * strip->boxes[i];
        if (box[1] <= lower && box[3] >= upper)
            other[last(other, strip->boxes[i])] = n;
    }
    strip->boxes[kept] = n;
    strip->count = kept + 1;
}

/* Boxes that hang together get one number, written to `numbers`, and the box around them to `around`;
 * returns how many such there are. `order`, `room` and `other` are room for `count` numbers.
 */
int joined(const double *boxes, int count, struct strip *strips, int *order, int *room, int *other,
           int *numbers, double *around) {
    int i, k, groups = 0;
    order = sorted(boxes, count, order, room);
    for (i = 0; i < STRIPS; i++)
        strips[i].count = 0;
    for (i = 0; i < count; i++)
        other[i] = i, numbers[i] = -1;
    for (i = 0; i < count; i++) {
        const double *own = boxes + 4 * order[i];
        int at = level(own[1] - TOUCH), end = level(own[3] + TOUCH);
        for (; at <= end; at++)
            join(boxes, order[i], strips + (unsigned)at % STRIPS, other);
    }
    for (i = 0; i < count; i++) {
        const double *own = boxes + 4 * i;
        int first = last(other, i), fresh = numbers[first] < 0, n = fresh ? groups++ : numbers[first];
        double *box = around + 4 * n;
        numbers[first] = numbers[i] = n;
        for (k = 0; k < 2; k++) {
            box[k] = fresh ? own[k] : smaller(own[k], box[k]);
            box[k + 2] = fresh ? own[k + 2] : larger(own[k + 2], box[k + 2]);
        }
    }
    return groups;
}
