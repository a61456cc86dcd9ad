// What JupyterLab lacks for live figures, in the form in which it loads extensions: nothing needs to be built.
//
// Plotly's renderer (plotly 7.1) draws a figure once and ignores what takes its place (`update_display_data`). Here it is told to draw anew,
// by Plotly.react, which moves only what has changed.
//
// Controls whose kernel has gone say that they sleep.
//
// The handle of a slider of jupyterlab-widgets 3 has a value for screen readers and no name: it gets the one that is written beside it.
(() => {
    const NAME = 'neurocomp-figures';
    const FIGURE = 'application/vnd.plotly.v1+json';
    const ASLEEP = {
        'neurocomp-live': 'These controls sleep: run the cell again.',
        'neurocomp-live-fr': 'Ces commandes dorment : ré-exécutez la cellule.',
    };
    let shared;

    const drawsAnew = renderer => {
        const drawFirst = renderer.renderModel.bind(renderer);
        renderer.renderModel = async model => {
            const { Plotly } = renderer.constructor;
            if (!Plotly || !renderer.node.querySelector('.plot-container')) return drawFirst(model);
            const { data, layout, config, frames } = model.data[FIGURE];
            // It writes into what it is given, which the notebook is to keep as it is.
            const figure = structuredClone({ data, layout: { height: 360, ...layout }, config, frames });
            await Plotly.react(renderer.node, figure);
        };
        return renderer;
    };

    const wrapped = factory => !factory.mimeTypes.includes(FIGURE) ? factory : {
        ...factory,
        createRenderer: options => drawsAnew(factory.createRenderer(options)),
    };

    const activate = (app, registry) => {
        const add = registry.addFactory.bind(registry);
        // Plotly's own extension may come before or after this one.
        registry.addFactory = (factory, rank) => add(wrapped(factory), rank);
        const present = registry.getFactory(FIGURE);
        if (present) registry.addFactory(present, 2);
        const style = document.createElement('style');
        style.textContent = Object.entries(ASLEEP)
            .map(([name, text]) => `.${name}.jupyter-widgets-disconnected::after { content: '${text}'; }`)
            .join(' ');
        document.head.append(style);
        document.addEventListener('focusin', ({ target }) => {
            const slider = target.closest?.('.widget-slider');
            const label = slider?.querySelector('.widget-label')?.textContent;
            if (label && target.getAttribute('role') === 'slider') target.setAttribute('aria-label', label);
        });
    };

    const module = async name => {
        const [version] = Object.values(shared[name]);
        return (await version.get())();
    };

    const extension = async () => {
        const { IRenderMimeRegistry } = await module('@jupyterlab/rendermime');
        const plugin = { id: `${NAME}:plugin`, autoStart: true, requires: [IRenderMimeRegistry], activate };
        return () => ({ __esModule: true, default: plugin });
    };

    (window._JUPYTERLAB ??= {})[NAME] = { init: scope => { shared = scope; }, get: extension };
})();
