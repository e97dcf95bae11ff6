// Searching and sorting what is on the page. Without it, everything is there all the same.
"use strict";

(() => {
    const by = (id) => document.getElementById(id);
    const controls = by("controls");
    if (!controls) {
        return;
    }
    const search = by("search");
    const faulty = by("faulty");
    const group = by("group");
    const sort = by("sort");
    const table = by("specs");
    const isIndex = table !== null;
    const items = [...document.querySelectorAll(isIndex ? "#specs tbody tr" : "article.example")];
    const texts = items.map((item) => (item.dataset.search ?? item.textContent).toLowerCase());

    const isFinding = (item) =>
        isIndex ? item.dataset.faults !== "0" : item.classList.contains("finding");

    function filter() {
        const words = search.value.toLowerCase().split(/\s+/).filter(Boolean);
        let shown = 0;
        items.forEach((item, at) => {
            const isShown =
                words.every((word) => texts[at].includes(word)) &&
                (!faulty.checked || isFinding(item)) &&
                (!group || group.value === "" || item.dataset.group === group.value);
            item.hidden = !isShown;
            shown += isShown ? 1 : 0;
        });
        by("count").textContent = `${shown} of ${items.length}`;
        by("none").hidden = shown > 0;
    }

    // The greatest first, but for names, and for what is understood: there the least is what one looks for.
    const descending = new Set(["elements", "faults", "lacks"]);

    function order(key, isDown) {
        const isNumber = descending.has(key) || key === "share";
        const value = (item) => item.dataset[key] ?? "";
        const compare = isNumber
            ? (a, b) => Number(value(a)) - Number(value(b))
            : (a, b) => value(a).localeCompare(value(b), "en", { numeric: true });
        const sign = isDown ? -1 : 1;
        // Sorting is stable: what is equal stays in the order of the specifications.
        const sorted = [...items].sort((a, b) => sign * compare(a, b));
        table.tBodies[0].append(...sorted);
        for (const button of table.querySelectorAll("button[data-sort]")) {
            const isThis = button.dataset.sort === key;
            const said = isDown ? "descending" : "ascending";
            button.parentElement.setAttribute("aria-sort", isThis ? said : "none");
        }
        sort.value = key;
    }

    controls.addEventListener("submit", (event) => event.preventDefault());
    controls.addEventListener("input", filter);
    if (isIndex) {
        sort.addEventListener("change", () => order(sort.value, descending.has(sort.value)));
        table.tHead.addEventListener("click", (event) => {
            const button = event.target.closest("button[data-sort]");
            if (button) {
                const key = button.dataset.sort;
                const now = button.parentElement.getAttribute("aria-sort");
                order(key, now === "none" ? descending.has(key) : now === "ascending");
            }
        });
    } else {
        // What a link leads to is shown, whatever is searched for.
        addEventListener("hashchange", () => {
            const target = by(decodeURIComponent(location.hash.slice(1)));
            const article = target?.closest("article.example");
            if (article?.hidden) {
                article.hidden = false;
                target.scrollIntoView();
            }
        });
    }
    filter();
})();
