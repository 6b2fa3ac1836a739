using ActorTerm.Terminal.Parsing;

namespace ActorTerm.Terminal.Control;

/// <summary>XTWINOPS: xterm ctlseqs, "Window manipulation". There is no window here, only a size that may be asked for.</summary>
internal sealed partial class ControlFunctions
{
    private void ManipulateWindow(in CsiSequence csi)
    {
        switch (csi.Value(0))
        {
            case 8: RequestSize(csi.Value(2), csi.Value(1)); break;
            case 11: Reply("\e[1t"u8); break;                                             // not iconified
            case 14: ReportNumbers("\e[4;"u8, [screen.Rows * CellHeight, screen.Columns * CellWidth], "t"u8); break;
            case 16: ReportNumbers("\e[6;"u8, [CellHeight, CellWidth], "t"u8); break;
            case 18: ReportNumbers("\e[8;"u8, [screen.Rows, screen.Columns], "t"u8); break;
            case 19: ReportNumbers("\e[9;"u8, [screen.Rows, screen.Columns], "t"u8); break;
            case 20: if (options.AllowTitleReports) ReportTitle("\e]L"u8, _titles.IconName); break;
            case 21: if (options.AllowTitleReports) ReportTitle("\e]l"u8, _titles.Title); break;
            case 22: _titles.Push(csi.Value(1)); break;
            case 23: PopTitle(csi.Value(1)); break;
        }
    }

    /// <summary>DECSCPP.</summary>
    private void RequestColumns(int columns) => RequestSize(columns == 0 ? 80 : columns, null);

    /// <summary>DECSNLS.</summary>
    private void RequestRows(int rows) => RequestSize(null, rows);

    /// <summary>0 or null leaves a dimension as it is.</summary>
    private void RequestSize(int? columns, int? rows)
    {
        if (!options.AllowResizeRequests) return;
        events.ResizeRequested(Cells(columns), Cells(rows));

        static int? Cells(int? value) => value is null or 0 ? null : Math.Min(value.Value, TerminalOptions.MaxCells);
    }

    private void PopTitle(int which)
    {
        var (icon, title) = _titles.Pop(which);
        if (icon is not null) events.IconNameChanged(icon);
        if (title is null) return;
        screen.SetTitle(title);
        events.TitleChanged(title);
    }
}
