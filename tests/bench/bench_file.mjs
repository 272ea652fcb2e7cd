// tests/bench/bench_file.mjs: the file that web/bench.js reads, of any size.

// Three levels, half as many links as tasks, Chinese names; always the same.
export function bench_file(count) {
    let state = 20260105;
    const below = (limit) => {
        state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
        return Math.floor((state / 2 ** 32) * limit);
    };
    const verbs = ['拍摄', '编写', '审核', '发布', '统计', '走访', '培训', '复盘'];
    const things = ['急救科普短视频', '门诊就医指南', '季度互动数据', '患者常见问题', '直播脚本', '值班排班表', '舆情周报', '通讯员稿件'];
    const day = (number) => new Date(Date.UTC(2026, 0, 5 + number)).toISOString().slice(0, 10);
    const tasks = [];
    let top = null, middle = null;
    for (let id = 1; id <= count; ++id) {
        const level = id % 100 === 1 ? 0 : id % 10 === 1 ? 1 : 2;
        const start = below(300);
        tasks.push({ id, parent: [null, top, middle ?? top][level], name: `${verbs[below(8)]}${things[below(8)]}（第${id}项）`, owner: `工作人员${below(40) + 1}`,
            start: day(start), end: day(start + 1 + below(40)), progress: below(101), predecessors: level === 2 && id % 2 === 0 ? [id - 1] : [] });
        if (level === 0) [top, middle] = [id, null];
        if (level === 1) middle = id;
    }
    return { tasks };
}
