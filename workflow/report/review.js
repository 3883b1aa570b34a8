"use strict";
// The review page. Everything from a drawing reaches the page as text, never as markup.
(() => {
  const LIST = BOMFLOW.list.map(([file, page, index, status, hand, rows, reason], n) =>
    ({ n, file, page, index, status, hand, rows, reason, find: `${file} ${reason}`.toLowerCase() }));
  const LABELS = { position: "Position", article_number: "Article number", quantity: "Quantity",
    description: "Description", weight: "Weight", total_weight: "Total weight" };
  const ITEM = 66, NUMERIC = new Set(["quantity", "weight", "total_weight"]);
  const $ = (id) => document.getElementById(id);
  const scripts = new Map();
  let shown = LIST, current = null, data = null, editing = false;
  const view = { boxes: true, full: false, turned: 0 };

  // --- small helpers

  function make(tag, attributes = {}, ...children) {
    const svg = ["svg", "rect", "title"].includes(tag);
    const node = svg ? document.createElementNS("http://www.w3.org/2000/svg", tag) : document.createElement(tag);
    for (const [name, value] of Object.entries(attributes)) {
      if (name.startsWith("on")) node.addEventListener(name.slice(2), value);
      else if (value !== null && value !== false) node.setAttribute(name, value === true ? "" : value);
    }
    node.append(...children.filter((child) => child !== null));
    return node;
  }

  const plural = (n, what) => `${n.toLocaleString("en")} ${what}${n === 1 ? "" : "s"}`;
  const same = (a, b) => BOMFLOW.columns.every((name) => a[name] === b[name]);
  const blank = () => Object.fromEntries(BOMFLOW.columns.map((name) => [name, ""]));

  function load(number) {
    if (!scripts.has(number)) {
      scripts.set(number, new Promise((resolve, reject) => {
        waiting.set(number, resolve);
        document.head.append(make("script", { src: `tables/${number}.js`, onerror: () => reject(new Error(`tables/${number}.js is missing`)) }));
      }));
    }
    return scripts.get(number);
  }
  const waiting = new Map();
  window.bomflowTables = (number, tables) => waiting.get(number)?.(tables);
  const tableOf = async (entry) => (await load(Math.floor(entry.n / BOMFLOW.per)))[entry.n % BOMFLOW.per];

  // --- what the person said, kept in the browser until it is exported

  const PREFIX = "bomflow-review:";
  const drafts = new Map();
  let stored = true;
  const keyOf = (entry) => `${entry.file}\n${entry.page}\n${entry.index}`;

  function restore() {
    try {
      for (let i = 0; i < localStorage.length; i++) {
        const name = localStorage.key(i);
        if (name.startsWith(PREFIX)) {
          const draft = JSON.parse(localStorage.getItem(name));
          drafts.set(`${draft.filename}\n${draft.page}\n${draft.table_index}`, draft);
        }
      }
      $("name").value = localStorage.getItem("bomflow-name") || "";
    } catch { stored = false; }
    // Those of other runs and those that were fed into this one are done with.
    const here = new Map(LIST.map((entry) => [keyOf(entry), entry]));
    const used = new Map(BOMFLOW.used.map((one) => [`${one.filename}\n${one.page}\n${one.table_index}`, one]));
    for (const [key, draft] of [...drafts]) {
      const before = used.get(key);
      if (!here.has(key)) drafts.delete(key);
      else if (before && before.sha256 === draft.sha256 && before.checked_at >= draft.checked_at) forget(draft);
    }
  }

  function keep(draft) {
    drafts.set(`${draft.filename}\n${draft.page}\n${draft.table_index}`, draft);
    try { localStorage.setItem(PREFIX + [draft.sha256, draft.page, draft.table_index].join(":"), JSON.stringify(draft)); }
    catch { stored = false; }
  }

  function forget(draft) {
    drafts.delete(`${draft.filename}\n${draft.page}\n${draft.table_index}`);
    try { localStorage.removeItem(PREFIX + [draft.sha256, draft.page, draft.table_index].join(":")); } catch { stored = false; }
  }

  /** The draft of a table, if it was made for the same bytes. */
  const draftOf = (entry, table) => {
    const draft = drafts.get(keyOf(entry));
    return draft && (!table || draft.sha256 === table.sha256) ? draft : null;
  };

  function say(entry, table, rows, removed) {
    keep({
      filename: entry.file, sha256: table.sha256, page: entry.page, table_index: entry.index,
      bbox: table.bbox, rows: rows.map(({ cells, read, section, extra }) => ({ cells, read, section, extra })),
      removed, checked_at: new Date().toISOString(), checked_by: $("name").value.trim(),
      remark: draftOf(entry, table)?.remark || "",
    });
    refresh();
  }

  function exported() {
    const merged = new Map(BOMFLOW.used.map((one) => [[one.sha256, one.page, one.table_index].join(":"), one]));
    for (const draft of drafts.values()) merged.set([draft.sha256, draft.page, draft.table_index].join(":"), draft);
    return { bomflow_corrections: 1, tables: [...merged.values()] };
  }

  function download() {
    const blob = new Blob([JSON.stringify(exported(), null, 1)], { type: "application/json" });
    const link = make("a", { href: URL.createObjectURL(blob), download: `corrections-${new Date().toISOString().slice(0, 10)}.json` });
    link.click();
    setTimeout(() => URL.revokeObjectURL(link.href), 1000);
  }

  // --- the list: only what can be seen is in the page

  function refresh() {
    const words = $("search").value.toLowerCase().split(/\s+/).filter(Boolean), show = $("show").value;
    const checked = (entry) => entry.hand !== "" || drafts.has(keyOf(entry));
    shown = LIST.filter((entry) => words.every((word) => entry.find.includes(word)) && (
      show === "all" || (show === "open" && !checked(entry)) || (show === "checked" && checked(entry)) ||
      (show === "suspect" && entry.status === "suspect") || (show === "empty" && entry.rows === 0)));
    const done = LIST.filter(checked).length;
    $("count").textContent = `${plural(LIST.length, "table")}, ${done} checked` +
      (shown.length === LIST.length ? "" : `, ${shown.length} in the list`) +
      (drafts.size ? `, ${drafts.size} to export` : "") + (stored ? "" : " (this browser keeps nothing: export before you close the page)");
    $("export").disabled = !drafts.size;
    $("spacer").style.height = `${shown.length * ITEM}px`;
    drawList();
  }

  function drawList() {
    const list = $("list"), first = Math.max(0, Math.floor(list.scrollTop / ITEM) - 5);
    const last = Math.min(shown.length, first + Math.ceil(list.clientHeight / ITEM) + 10);
    list.querySelectorAll(".item").forEach((item) => item.remove());
    for (let i = first; i < last; i++) {
      const entry = shown[i], here = entry === current, draft = drafts.get(keyOf(entry));
      const mark = draft ? "to export" : entry.hand;
      list.append(make("div", { class: `item ${entry.status}`, role: "option", id: `item-${entry.n}`, style: `top:${i * ITEM}px`,
        "aria-selected": String(here), "aria-setsize": shown.length, "aria-posinset": i + 1, title: entry.file, onclick: () => open(entry) },
      make("b", {}, make("bdi", {}, entry.file)),
      make("span", {}, `page ${entry.page}, ${plural(entry.rows, "row")}`, mark ? make("span", { class: "done", style: "display:inline" }, ` \u2713 ${mark}`) : ""),
      make("span", {}, entry.reason)));
    }
    if (current && $(`item-${current.n}`)) list.setAttribute("aria-activedescendant", `item-${current.n}`);
    else list.removeAttribute("aria-activedescendant");
  }

  function step(by, wanted = () => true) {
    let i = shown.indexOf(current);
    if (i < 0) i = by > 0 ? -1 : shown.length;
    for (i += by; i >= 0 && i < shown.length; i += by) if (wanted(shown[i])) return void open(shown[i]);
  }

  // --- one table

  async function open(entry) {
    if (editing) endEdit();
    current = entry;
    const list = $("list"), at = shown.indexOf(entry) * ITEM;
    if (at >= 0 && (at < list.scrollTop || at + ITEM > list.scrollTop + list.clientHeight)) list.scrollTop = at - list.clientHeight / 3;
    drawList();
    try { history.replaceState(null, "", `#${entry.n + 1}`); } catch { /* some browsers forbid it for files */ }
    view.turned = 0;
    try { data = await tableOf(entry); } catch (error) {
      $("table").replaceChildren(make("p", { class: "empty" }, String(error.message)));
      return;
    }
    if (current === entry) { draw(); $("table").scrollTop = 0; }
  }

  function draw() {
    $("table").replaceChildren(article(current, data, editing));
    $("table").classList.toggle("editing", editing);
  }

  function article(entry, table, edit) {
    const draft = draftOf(entry, table);
    const rows = draft ? draft.rows.map((row) => ({ ...row, boxes: boxesOf(table, row.read), status: "" })) : table.rows;
    const removed = draft ? draft.removed : table.correction?.rows_removed || [];
    const wide = (table.crop[2] - table.crop[0]) > 2.2 * (table.crop[3] - table.crop[1]);
    const box = make("article", { class: wide ? "tall" : "" },
      make("div", { class: "head" },
        make("h2", {}, entry.file), make("span", { class: "at" }, `page ${entry.page}, table ${entry.index + 1}`),
        make("span", { class: `badge ${entry.status}` }, entry.status),
        entry.hand ? make("span", { class: "badge hand" }, `${entry.hand} by hand`) : null,
        make("a", { href: table.pdf, target: "_blank", rel: "noopener" }, "open the PDF at this page")),
      reasons(table), note(entry, table, draft), tools(entry, table, rows, draft, edit));
    const lines = listing(table, rows, removed, edit);
    const picture = figure(entry, table, rows);
    box.append(make("div", { class: "sides" }, picture, lines));
    link(box);
    return box;
  }

  const boxesOf = (table, read) => (read ? table.rows.find((row) => row.read && same(row.read, read))?.boxes || null : null);

  function reasons(table) {
    return table.reasons.length ? make("ul", { class: "reasons", "aria-label": "Reasons" }, ...table.reasons.map((text) => make("li", {}, text))) : null;
  }

  function note(entry, table, draft) {
    const told = draft || (entry.hand ? table.correction : null);
    if (!told) return null;
    const what = draft ? `You checked this: ${!draft.rows.length ? "no parts list" : draft.removed.length || draft.rows.some((row) => !row.read || !same(row.read, row.cells)) ? "corrected" : "right as it stands"}. Not exported yet.`
      : `Checked ${told.checked_at.slice(0, 16).replace("T", " ")}${told.checked_by ? ` by ${told.checked_by}` : ""}: ${entry.hand}.`;
    return make("p", { class: "note" }, what, told.remark ? ` ${told.remark}` : "");
  }

  function tools(entry, table, rows, draft, edit) {
    const button = (text, key, run, main) => make("button", { type: "button", class: main ? "main" : "", "aria-keyshortcuts": key, title: `Key ${key}`, onclick: run }, text);
    const bar = make("div", { class: "tools" });
    if (edit) bar.append(button("Done", "Escape", endEdit, true), make("input", { id: "remark", placeholder: "remark", "aria-label": "Remark", value: draft?.remark || "" }));
    else {
      if (rows.length) bar.append(button("Rows are right", "C", () => confirmRows(), !draft));
      bar.append(button(rows.length ? "Correct the rows" : "Type the rows in", "E", startEdit), button("No parts list", "X", () => dismiss()));
      if (draft) bar.append(button("Undo", "U", undo));
    }
    bar.append(button("Boxes", "B", () => { view.boxes = !view.boxes; draw(); }), button("Full size", "Z", () => { view.full = !view.full; draw(); }),
      button("Turn", "R", () => { view.turned = (view.turned + 90) % 360; draw(); }));
    return bar;
  }

  function figure(entry, table, rows) {
    if (!table.picture) return make("figure", {}, make("p", { class: "missing" }, `No picture: ${table.no_picture}. `, make("a", { href: table.pdf }, "Open the PDF"), " instead."));
    const [x0, y0, x1, y1] = table.crop, width = x1 - x0, height = y1 - y0;
    const svg = make("svg", { viewBox: `${x0} ${y0} ${width} ${height}`, preserveAspectRatio: "none", "aria-hidden": "true" });
    const rect = (box, attributes) => svg.append(make("rect", { x: box[0], y: box[1], width: box[2] - box[0], height: box[3] - box[1], ...attributes }));
    rect(table.bbox, { class: "frame", style: `stroke:var(--${entry.status})` });
    rows.forEach((row, i) => {
      if (!row.boxes) return;
      rect(row.boxes.box, { class: "row", "data-row": i });
      for (const [name, box] of Object.entries(row.boxes.cells)) rect(box, { class: "cell", "data-row": i, "data-cell": name, style: `stroke:var(--${LABELS[name] ? name.replace("_", "-") : "extra"})` });
    });
    for (const word of table.leftover) rect(word.bbox, { class: "left" });
    const image = make("img", { src: table.picture, loading: "lazy", decoding: "async",
      alt: `${entry.file}, page ${entry.page}: the drawing around ${rows.length ? `a parts list of ${plural(rows.length, "row")}` : "a table that was not read"}` });
    const shot = make("div", { class: "shot" }, image, svg);
    const frame = make("figure", {}, shot);
    if (!view.boxes) shot.classList.add("plain");
    // 150 dots per inch of drawing; on the screen as wide as there is room, full size on request.
    const natural = width * 150 / 72;
    const turned = view.turned % 180 !== 0;
    const place = () => {
      const room = frame.clientWidth || 900;
      const w = view.full ? natural : Math.min(turned ? room * width / height : room, natural * 1.4);
      shot.style.width = `${w}px`; shot.style.height = `${w * height / width}px`;
      const [a, b] = { 0: [0, 0], 90: [w * height / width, 0], 180: [w, w * height / width], 270: [0, w] }[view.turned];
      shot.style.transform = view.turned ? `translate(${a}px, ${b}px) rotate(${view.turned}deg)` : "";
      if (turned) frame.style.height = `${Math.min(w + 4, innerHeight * .75)}px`;
    };
    shot.style.aspectRatio = `${width} / ${height}`;
    shot.style.setProperty("--ratio", width / height); // for the printer
    let last = -100;
    new ResizeObserver(() => {
      // A scroll bar that comes and goes must not start a circle.
      if (Math.abs(frame.clientWidth - last) > 25) { last = frame.clientWidth; place(); }
    }).observe(frame);
    return frame;
  }

  function columnsOf(table, rows, edit) {
    const used = BOMFLOW.columns.filter((name) => edit || table.header.some((one) => one.column === name) || rows.some((row) => row.cells[name]));
    const extra = [...new Set(rows.flatMap((row) => Object.keys(row.extra)))];
    return { used, extra };
  }

  function listing(table, rows, removed, edit) {
    const { used, extra } = columnsOf(table, rows, edit);
    const colour = (name) => `border-top-color:var(--${LABELS[name] ? name.replace("_", "-") : "extra"})`;
    const title = (name) => table.header.find((one) => one.column === name)?.text || LABELS[name];
    // Inputs show their values whole; descriptions scroll.
    const widths = Object.fromEntries(used.map((name) => [name, name === "description" ? 24 : Math.max(...rows.map((row) => Math.min(row.cells[name].length, 24)), 3)]));
    const body = make("tbody");
    let section = "";
    rows.forEach((row, i) => {
      if (row.section !== section) body.append(make("tr", { class: "section" }, make("td", { colspan: used.length + extra.length + 1 }, (section = row.section) || "\u2014")));
      body.append(line(row, i, used, extra, edit, widths));
    });
    for (const cells of removed) body.append(make("tr", { class: "gone" }, ...used.map((name) => make("td", {}, cells[name])), ...extra.map(() => make("td"))));
    const about = rows.length || removed.length ? `${plural(rows.length, "row")}, columns in the colours of their boxes` + (table.total ? `; TOTAL printed ${table.total}` : "") + (table.computed !== null ? `, rows add up to ${+table.computed.toFixed(3)} kg` : "")
      : "No rows were read here.";
    return make("div", { class: "rows" }, make("table", {}, make("caption", {}, about),
      make("thead", {}, make("tr", {}, ...used.map((name) => make("th", { scope: "col", style: colour(name), title: LABELS[name] }, title(name))),
        ...extra.map((name) => make("th", { scope: "col", style: colour("") }, name)), edit ? make("th", { scope: "col" }, "Row") : null)), body),
    edit ? make("p", { class: "hint" }, "Tab moves on. A block copied from a spreadsheet can be pasted into any cell; missing rows are added.") : null);
  }

  function line(row, i, used, extra, edit, widths) {
    const tr = make("tr", { "data-row": i, class: [row.status === "suspect" ? "suspect" : "", row.read ? "" : "added"].join(" ").trim() });
    for (const name of used) {
      const changed = row.read && row.read[name] !== row.cells[name];
      const td = make("td", { class: [NUMERIC.has(name) ? "num" : "", changed ? "changed" : "", name === "description" ? "wide" : ""].join(" ").trim(), "data-cell": name });
      if (edit) td.append(make("input", { value: row.cells[name], style: `min-width: calc(${widths[name]}ch + 1rem)`, "aria-label": `${LABELS[name]}, row ${i + 1}`, "data-name": name, spellcheck: "false" }));
      else td.append(row.cells[name], changed ? make("s", { title: "as it was read" }, row.read[name] || "(empty)") : "");
      tr.append(td);
    }
    for (const name of extra) tr.append(make("td", { "data-cell": name }, row.extra[name] || ""));
    if (edit) tr.append(make("td", { class: "acts" },
      make("button", { type: "button", title: "delete this row", "aria-label": `Delete row ${i + 1}`, onclick: () => change((rows) => rows.splice(i, 1), i) }, "\u2212"),
      make("button", { type: "button", title: "add a row below", "aria-label": `Add a row below row ${i + 1}`, onclick: () => change((rows) => rows.splice(i + 1, 0, fresh(rows[i])), i + 1) }, "+")));
    return tr;
  }

  /** A row and its box light up together. */
  function link(box) {
    const light = (i, name) => {
      box.querySelectorAll(".lit").forEach((node) => node.classList.remove("lit"));
      if (i === undefined) return;
      box.querySelectorAll(`tr[data-row="${i}"], rect.row[data-row="${i}"]`).forEach((node) => node.classList.add("lit"));
      if (name) [...box.querySelectorAll(`rect.cell[data-row="${i}"]`)].find((node) => node.dataset.cell === name)?.classList.add("lit");
    };
    const over = (event) => light(event.target.closest("[data-row]")?.dataset.row, event.target.closest("[data-cell]")?.dataset.cell);
    box.addEventListener("mouseover", over);
    box.addEventListener("focusin", (event) => {
      over(event);
      // The picture follows the cell that is being typed.
      const lit = box.querySelector("rect.row.lit"), frame = box.querySelector("figure");
      if (!lit || !frame) return;
      const at = lit.getBoundingClientRect(), room = frame.getBoundingClientRect();
      if (at.top < room.top || at.bottom > room.bottom) frame.scrollTop += at.top - room.top - room.height / 3;
    });
  }

  // --- corrections

  const fresh = (like) => ({ cells: blank(), read: null, section: like?.section || "", extra: {} });
  let work = null; // {rows, removed} while editing

  function startEdit() {
    const draft = draftOf(current, data);
    const copy = (row) => ({ cells: { ...row.cells }, read: row.read, section: row.section, extra: { ...row.extra } });
    work = { rows: (draft ? draft.rows : data.rows).map(copy), removed: [...(draft ? draft.removed : data.correction?.rows_removed || [])] };
    if (!work.rows.length) work.rows.push(fresh());
    editing = true;
    drawEdit(0);
  }

  function drawEdit(row, name) {
    const box = article(current, { ...data, rows: work.rows.map((one) => ({ ...one, boxes: boxesOf(data, one.read), status: "" })) }, true);
    // The draft must not show through while its rows are being changed.
    const lines = listing(data, work.rows, work.removed, true);
    box.querySelector(".rows").replaceWith(lines);
    $("table").replaceChildren(box);
    $("table").classList.add("editing");
    const at = lines.querySelector(`tr[data-row="${row}"] input[data-name="${name || "position"}"]`) || lines.querySelector("input");
    at?.focus(); at?.select();
    lines.addEventListener("input", (event) => {
      const input = event.target;
      work.rows[input.closest("tr").dataset.row].cells[input.dataset.name] = input.value;
    });
    lines.addEventListener("paste", paste);
  }

  function change(run, row) {
    const before = new Set(work.rows);
    run(work.rows);
    for (const gone of [...before].filter((one) => !work.rows.includes(one))) if (gone.read) work.removed.push(gone.read);
    drawEdit(Math.min(row, work.rows.length - 1));
  }

  /** A block from a spreadsheet fills cells to the right and rows below. */
  function paste(event) {
    const text = event.clipboardData.getData("text/plain").replace(/\r?\n$/, "");
    if (!/[\t\n]/.test(text)) return;
    event.preventDefault();
    const start = +event.target.closest("tr").dataset.row, from = BOMFLOW.columns.indexOf(event.target.dataset.name);
    text.split(/\r?\n/).forEach((row, down) => {
      if (!work.rows[start + down]) work.rows.push(fresh(work.rows[start]));
      row.split("\t").forEach((value, right) => { const name = BOMFLOW.columns[from + right]; if (name) work.rows[start + down].cells[name] = value.trim(); });
    });
    drawEdit(start, event.target.dataset.name);
  }

  function endEdit() {
    const rows = work.rows.filter((row) => row.read || BOMFLOW.columns.some((name) => row.cells[name].trim()));
    const remark = $("remark")?.value.trim() || "";
    editing = false;
    const before = draftOf(current, data);
    const touched = rows.length !== data.rows.length || rows.some((row, i) => !same(row.cells, data.rows[i].cells)) || before || remark;
    if (touched) { say(current, data, rows, work.removed); keep({ ...draftOf(current, data), remark }); }
    work = null;
    $("table").focus();
    refresh(); draw();
  }

  function confirmRows() {
    const draft = draftOf(current, data);
    if (!(draft?.rows || data.rows).length) return;
    if (!draft) say(current, data, data.rows, data.correction?.rows_removed || []);
    step(1);
  }

  function dismiss() {
    say(current, data, [], data.rows.filter((row) => row.read).map((row) => row.read));
    draw();
  }

  function undo() { const draft = draftOf(current, data); if (draft) { forget(draft); refresh(); draw(); } }

  // --- print, keys, start

  async function printList() {
    const most = 500, wanted = shown.slice(0, most), prints = $("prints");
    prints.replaceChildren();
    for (const entry of wanted) prints.append(article(entry, await tableOf(entry), false));
    if (shown.length > most) prints.append(make("p", {}, `The first ${most} of ${shown.length} tables.`));
    prints.querySelectorAll("img").forEach((image) => image.removeAttribute("loading"));
    document.body.classList.add("printing");
    await Promise.all([...prints.querySelectorAll("img")].map((image) => image.decode().catch(() => null)));
    window.print();
    document.body.classList.remove("printing");
    prints.replaceChildren();
  }

  const KEYS = {
    j: () => step(1), k: () => step(-1), arrowdown: () => step(1), arrowup: () => step(-1),
    n: () => step(1, (entry) => !entry.hand && !drafts.has(keyOf(entry))),
    c: confirmRows, e: startEdit, x: dismiss, u: undo,
    b: () => { view.boxes = !view.boxes; draw(); }, z: () => { view.full = !view.full; draw(); },
    r: () => { view.turned = (view.turned + 90) % 360; draw(); },
    o: () => window.open(data.pdf, "_blank", "noopener"), "/": () => $("search").focus(), "?": () => $("keys").showModal(),
  };
  document.addEventListener("keydown", (event) => {
    if (event.ctrlKey || event.altKey || event.metaKey || $("keys").open) return;
    if (event.key === "Escape") { if (editing) endEdit(); else document.activeElement.blur(); return; }
    if (event.key === "Enter" && event.target === $("search") && shown.length) { event.target.blur(); open(shown[0]); return; }
    if (/^(INPUT|SELECT|TEXTAREA)$/.test(event.target.tagName)) return;
    const key = event.key.toLowerCase(), run = KEYS[key];
    if (!run || (key.startsWith("arrow") && !$("list").contains(event.target))) return;
    if (!current && !["/", "?", "j", "k", "n", "arrowdown"].includes(key)) return;
    event.preventDefault();
    run();
  });
  $("list").addEventListener("scroll", drawList, { passive: true });
  window.addEventListener("resize", drawList);
  $("search").addEventListener("input", refresh);
  $("show").addEventListener("change", refresh);
  $("name").addEventListener("change", () => { try { localStorage.setItem("bomflow-name", $("name").value.trim()); } catch { stored = false; } });
  $("export").addEventListener("click", download);
  $("print").addEventListener("click", printList);
  $("help").addEventListener("click", () => $("keys").showModal());
  window.addEventListener("beforeunload", (event) => { if (editing || (!stored && drafts.size)) event.preventDefault(); });

  restore();
  refresh();
  const start = LIST[parseInt(location.hash.slice(1), 10) - 1] || LIST[0];
  if (start) open(start);
  else $("table").append(make("p", { class: "empty" }, "Nothing to compare: every table of this run is verified or consistent. To see all of them, set review: all and run again."));
})();
