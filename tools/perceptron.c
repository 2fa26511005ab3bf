/* Averaged perceptrons over hashed features, for tools/train_language.py.

   classify_epoch: one pass over instances whose slots are known beforehand.
   parse_epoch:    one pass of an arc-hybrid parser with a dynamic oracle over sentences; it looks at the same atoms as
                   quizengine/language/model/arc_hybrid.py, which runs the parser once it is trained.

   Weights are whole numbers: 16 bits each, padded to `width` columns. `sums` holds for every weight the sum of its
   changes, each times the number of the step that made it, so that weight - sums / steps is its average over all steps.
   Nothing here depends on the machine: all sums are of whole numbers, and chance comes from a fixed generator. */
#include <math.h>
#include <stdint.h>
#include <string.h>

typedef struct {
    int16_t *weights;
    int64_t *sums; /* absent when the table is only used */
    int64_t *steps;
    const uint8_t *trainable; /* for each slot; absent: all */
    int32_t width, classes, bits;
} Table;

typedef struct {
    const uint32_t *attributes; /* tokens by attributes */
    const int64_t *offsets;
    const int32_t *heads, *groups;
    const int32_t *guides; /* guides by tokens */
    const uint32_t *no_node, *root, *group_atoms, *small;
    int64_t tokens;
    int32_t attribute_count, guide_count;
} Sentences;

typedef struct {
    const int32_t *columns;     /* templates by places, -1 beyond the last */
    const uint32_t *constants;  /* templates by places + 1 */
    int32_t count, places;
} Templates;

enum { MOST_WORDS = 200, MOST_CLASSES = 256, MOST_SLOTS = 256, NODES = 18, GROUPS = 10, KEPT_CHILDREN = 2 };
enum { SHIFT, LEFT, RIGHT };

static void update(Table *t, const uint32_t *slots, int count, int right, int wrong) {
    int64_t step = *t->steps;
    for (int i = 0; i < count; i++) {
        if (t->trainable && !t->trainable[slots[i]]) continue;
        int64_t row = (int64_t)slots[i] * t->width;
        t->weights[row + right]++;
        t->sums[row + right] += step;
        t->weights[row + wrong]--;
        t->sums[row + wrong] -= step;
    }
}

static void score(const Table *t, const uint32_t *slots, int count, int32_t *scores) {
    int width = t->width;
    for (int i = 0; i < count; i++) __builtin_prefetch(t->weights + (int64_t)slots[i] * width);
    memset(scores, 0, width * sizeof *scores);
    for (int i = 0; i < count; i++) {
        const int16_t *row = t->weights + (int64_t)slots[i] * width;
        for (int c = 0; c < width; c++) scores[c] += row[c];
    }
}

/* slots: instances by templates. Gold classes below 0 are not learnt. best, second: what was found. */
void classify_epoch(Table *t, const int32_t *slots, int templates, const int64_t *order, int64_t count,
                    const int64_t *gold, int64_t *best, int64_t *second, int32_t *margins, int train, int32_t margin) {
    int32_t scores[MOST_CLASSES];
    for (int64_t q = 0; q < count; q++) {
        int64_t at = order[q];
        const uint32_t *chosen = (const uint32_t *)slots + at * templates;
        score(t, chosen, templates, scores);
        int p = 0, r = -1;
        for (int c = 1; c < t->classes; c++)
            if (scores[c] > scores[p]) p = c;
        for (int c = 0; c < t->classes; c++)
            if (c != p && (r < 0 || scores[c] > scores[r])) r = c;
        best[at] = p;
        second[at] = r;
        margins[at] = scores[p] - scores[r];
        if (!train) continue;
        ++*t->steps;
        int g = (int)gold[at];
        if (g < 0) continue;
        if (p != g) update(t, chosen, templates, g, p);
        else if (margins[at] < margin) update(t, chosen, templates, g, r);
    }
}

/* Learn which of several candidates is right: logistic regression with steps as in AdaGrad (Duchi et al., 2011).
   slots: instances by candidates by templates. `squares` holds the sums of the squared slopes of each weight.
   With `or_none`, none of the candidates may be right (gold below 0), which scores 0; else such instances are left out. */
void choose_epoch(float *weights, float *squares, const int32_t *slots, int templates, const uint8_t *usable,
                  int candidates, int or_none, const int64_t *order, int64_t count, const int64_t *gold, float *scores,
                  float rate) {
    for (int64_t q = 0; q < count; q++) {
        int64_t at = order[q] * candidates;
        int g = (int)gold[order[q]];
        float highest = or_none ? 0 : -1e30f;
        for (int c = 0; c < candidates; c++) {
            if (!usable[at + c]) continue;
            float sum = 0;
            for (int i = 0; i < templates; i++) sum += weights[slots[(at + c) * templates + i]];
            scores[at + c] = sum;
            if (sum > highest) highest = sum;
        }
        if (rate == 0 || (g < 0 && !or_none)) continue;
        double total = or_none ? exp(-highest) : 0;
        for (int c = 0; c < candidates; c++)
            if (usable[at + c]) total += exp(scores[at + c] - highest);
        for (int c = 0; c < candidates; c++) {
            if (!usable[at + c]) continue;
            float slope = (float)(exp(scores[at + c] - highest) / total) - (c == g);
            for (int i = 0; i < templates; i++) {
                int32_t slot = slots[(at + c) * templates + i];
                squares[slot] += slope * slope;
                weights[slot] -= rate * slope / sqrtf(squares[slot] + 1e-4f);
            }
        }
    }
}

typedef struct {
    int words, depth, next;
    int stack[MOST_WORDS + 2], head[MOST_WORDS + 6], group[MOST_WORDS + 6], margin[MOST_WORDS + 6];
    int kids[2][KEPT_CHILDREN][MOST_WORDS + 6], count[2][MOST_WORDS + 6];
    int gold_head[MOST_WORDS + 2], gold_group[MOST_WORDS + 2];
    int guide[2][MOST_WORDS + 2], last_child[2][MOST_WORDS + 2];
    uint32_t attributes[16][MOST_WORDS + 6];
} State;

static int least(int a, int b) { return a < b ? a : b; }

static void begin(State *s, const Sentences *all, int64_t first, int words) {
    memset(s, 0, sizeof *s);
    s->words = words;
    s->next = 1;
    int root = words + 1, n = all->attribute_count;
    for (int a = 0; a < n; a++) {
        s->attributes[a][0] = all->no_node[a];
        for (int i = 1; i <= words; i++) s->attributes[a][i] = all->attributes[(first + i - 1) * n + a];
        s->attributes[a][root] = all->root[a];
    }
    for (int i = 0; i <= root; i++) s->attributes[n][i] = all->group_atoms[0];
    for (int i = 1; i <= words; i++) {
        int64_t token = first + i - 1;
        s->gold_head[i] = all->heads[token] ? all->heads[token] : root;
        s->gold_group[i] = all->groups[token];
        for (int g = 0; g < all->guide_count; g++) {
            int h = all->guides[g * all->tokens + token];
            s->guide[g][i] = h = h ? h : root;
            if (i > s->last_child[g][h]) s->last_child[g][h] = i;
        }
    }
}

static int seen_from(int head, const int *nodes) { /* of s0 s1 s2 b0 b1 */
    if (nodes[0] && head == nodes[0]) return 1;
    if (nodes[1] && head == nodes[1]) return 2;
    if (nodes[2] && head == nodes[2]) return 3;
    if (head == nodes[3]) return 4;
    if (nodes[4] && head == nodes[4]) return 5;
    return head > nodes[3] ? 6 : 7;
}

/* The atoms in the order of Features.columns; returns s0 and s1 as well. */
static void look(const State *s, const Sentences *all, uint32_t *atoms, int *s0_, int *s1_) {
    int root = s->words + 1, b0 = s->next, depth = s->depth;
#define UNDER(k) (depth > (k) ? s->stack[depth - 1 - (k)] : 0)
#define AHEAD(k) (b0 + (k) <= root ? b0 + (k) : 0)
    int s0 = UNDER(0), s1 = UNDER(1), s2 = UNDER(2);
    int nodes[NODES] = {s0, s1, s2, UNDER(3), b0, AHEAD(1), AHEAD(2), AHEAD(3),
                        s->kids[0][0][s0], s->kids[0][1][s0], s->kids[1][0][s0], s->kids[1][1][s0],
                        s->kids[0][0][s1], s->kids[0][1][s1], s->kids[1][0][s1], s->kids[1][1][s1],
                        s->kids[0][0][b0], s->kids[0][1][b0]};
    int seen[5] = {s0, s1, s2, b0, AHEAD(1)};
    for (int a = 0; a <= all->attribute_count; a++)
        for (int n = 0; n < NODES; n++) *atoms++ = s->attributes[a][nodes[n]];
    const uint32_t *small = all->small;
    *atoms++ = small[least(s->count[0][s0], 4)];
    *atoms++ = small[least(s->count[1][s0], 4)];
    *atoms++ = small[least(s->count[0][s1], 4)];
    *atoms++ = small[least(s->count[1][s1], 4)];
    *atoms++ = small[least(s->count[0][b0], 4)];
    *atoms++ = small[s0 ? least(b0 - s0, 9) : 10];
    *atoms++ = small[s1 ? least(s0 - s1, 9) : 10];
    *atoms++ = small[0];
    for (int g = 0; g < all->guide_count; g++) {
        const int *head = s->guide[g], *last = s->last_child[g];
        *atoms++ = small[s0 ? seen_from(head[s0], seen) : 0];
        *atoms++ = small[s1 ? seen_from(head[s1], seen) : 0];
        *atoms++ = small[b0 < root ? seen_from(head[b0], seen) : 0];
        *atoms++ = small[(s0 && last[s0] >= b0) + 2 * (s1 && last[s1] >= b0)];
    }
    *s0_ = s0;
    *s1_ = s1;
}

static int slots_of(const Templates *t, int bits, const uint32_t *atoms, uint32_t *slots) {
    for (int i = 0; i < t->count; i++) {
        const uint32_t *c = t->constants + i * (t->places + 1);
        const int32_t *columns = t->columns + i * t->places;
        uint32_t h = c[t->places];
        for (int z = 0; z < t->places && columns[z] >= 0; z++) h += c[z] * atoms[columns[z]];
        slots[i] = h >> (32 - bits);
    }
    return t->count;
}

/* How many gold arcs each legal move makes impossible; a move that is not legal costs a million. */
static void costs(const State *s, int s0, int s1, const int *legal, int *cost) {
    const int *gold = s->gold_head;
    int next = s->next, lost = 0;
    for (int m = 0; m < 3; m++) cost[m] = 1000000;
    if (legal[SHIFT]) {
        cost[SHIFT] = 0;
        for (int z = 0; z < s->depth; z++)
            cost[SHIFT] += (z < s->depth - 1 && gold[next] == s->stack[z]) + (gold[s->stack[z]] == next);
    }
    if (!s->depth) return;
    for (int z = next; z <= s->words; z++) lost += gold[z] == s0;
    if (legal[LEFT]) cost[LEFT] = lost + (gold[s0] > next || (s1 && gold[s0] == s1));
    if (legal[RIGHT]) cost[RIGHT] = lost + (gold[s0] >= next);
}

static void attach(State *s, const Sentences *all, int move, int group, int margin) {
    int child = s->stack[--s->depth], side = move == LEFT ? 0 : 1;
    int head = move == LEFT ? s->next : s->stack[s->depth - 1];
    s->head[child] = head;
    s->group[child] = group;
    s->margin[child] = margin;
    s->attributes[all->attribute_count][child] = all->group_atoms[group + 1];
    s->kids[side][1][head] = s->kids[side][0][head];
    s->kids[side][0][head] = child;
    s->count[side][head]++;
}

static int move_of(int class) { return class == 0 ? SHIFT : class <= GROUPS ? LEFT : RIGHT; }

static int best_legal(const int32_t *scores, const int *legal, int but) {
    int best = -1;
    for (int c = 0; c < 1 + 2 * GROUPS; c++) {
        int move = move_of(c);
        if (legal[move] && move != but && (best < 0 || scores[c] > scores[best])) best = c;
    }
    return best;
}

/* The best class among those that cost least, with the right group where the arc is right; wrong: the best other one. */
static int best_right(const State *s, const int32_t *scores, const int *legal, int s0, int s1, int *wrong) {
    int cost[3], right = -1;
    costs(s, s0, s1, legal, cost);
    int lowest = least(cost[SHIFT], least(cost[LEFT], cost[RIGHT]));
    *wrong = -1;
    for (int c = 0; c < 1 + 2 * GROUPS; c++) {
        int move = move_of(c);
        if (!legal[move]) continue;
        int good = cost[move] == lowest;
        if (good && move != SHIFT && s->gold_head[s0] == (move == LEFT ? s->next : s1))
            good = s->gold_group[s0] == c - (move == LEFT ? 1 : 1 + GROUPS);
        if (good) {
            if (right < 0 || scores[c] > scores[right]) right = c;
        } else if (*wrong < 0 || scores[c] > scores[*wrong]) *wrong = c;
    }
    return right;
}

static double next_chance(uint64_t *chance) { /* xorshift; Marsaglia (2003) */
    *chance ^= *chance << 13;
    *chance ^= *chance >> 7;
    *chance ^= *chance << 17;
    return (double)(*chance >> 11) / 9007199254740992.0;
}

/* explore: how often the parser follows its own mistake while it learns. */
void parse_epoch(Table *t, const Templates *templates, const Sentences *all, const int64_t *order, int64_t count,
                 int32_t *heads, int32_t *groups, int32_t *margins, int train, double explore, uint64_t seed) {
    State s;
    uint64_t chance = 88172645463325252ULL + seed;
    uint32_t atoms[16 * NODES + 32], slots[MOST_SLOTS];
    int32_t scores[MOST_CLASSES];
    for (int64_t q = 0; q < count; q++) {
        int64_t first = all->offsets[order[q]];
        int words = (int)(all->offsets[order[q] + 1] - first), root = words + 1;
        if (words > MOST_WORDS) continue;
        begin(&s, all, first, words);
        while (s.depth || s.next <= words) {
            int s0, s1, wrong, legal[3] = {s.next <= words, s.depth && (s.next < root || s.depth == 1), s.depth > 1};
            look(&s, all, atoms, &s0, &s1);
            int used = slots_of(templates, t->bits, atoms, slots);
            score(t, slots, used, scores);
            int class = best_legal(scores, legal, -1), other = best_legal(scores, legal, move_of(class));
            int margin = other < 0 ? 1 << 20 : scores[class] - scores[other];
            if (train) {
                int right = best_right(&s, scores, legal, s0, s1, &wrong);
                ++*t->steps;
                if (right >= 0 && wrong >= 0 && scores[wrong] >= scores[right]) {
                    update(t, slots, used, right, wrong);
                    if (next_chance(&chance) >= explore) class = right;
                }
            }
            int move = move_of(class);
            if (move == SHIFT) s.stack[s.depth++] = s.next++;
            else attach(&s, all, move, class - (move == LEFT ? 1 : 1 + GROUPS), margin);
        }
        for (int i = 1; i <= words; i++) {
            heads[first + i - 1] = s.head[i] == root ? 0 : s.head[i];
            groups[first + i - 1] = s.group[i];
            margins[first + i - 1] = s.margin[i];
        }
    }
}
