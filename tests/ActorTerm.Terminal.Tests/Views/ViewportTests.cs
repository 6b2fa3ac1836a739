using ActorTerm.Terminal.Views;

namespace ActorTerm.Terminal.Tests.Views;

public class ViewportTests
{
    [Theory]
    [InlineData(100, 30, 80, 24, 79, 23, 0, 0, 24, 80)]         // room for everything
    [InlineData(40, 10, 80, 24, 0, 0, 0, 0, 10, 40)]
    [InlineData(40, 10, 80, 24, 38, 8, 0, 0, 10, 40)]           // the outermost cells are left to the marks
    [InlineData(40, 10, 80, 24, 39, 9, 1, 1, 10, 40)]
    [InlineData(40, 10, 80, 24, 79, 23, 14, 40, 10, 40)]
    [InlineData(1, 1, 80, 24, 40, 12, 12, 40, 1, 1)]
    public void A_view_moves_as_little_as_brings_the_cursor_in(
        int viewerColumns, int viewerRows, int columns, int rows, int cursorColumn, int cursorRow, int top, int left, int viewRows, int viewColumns)
    {
        var view = default(Viewport).Follow(viewerColumns, viewerRows, columns, rows, cursorColumn, cursorRow);

        Assert.Equal(new Viewport(top, left, viewRows, viewColumns), view);
        Assert.Equal(view, view.Follow(viewerColumns, viewerRows, columns, rows, cursorColumn, cursorRow));
    }

    [Fact]
    public void The_cursor_is_in_view_wherever_it_goes_and_the_view_is_in_the_session()
    {
        var seed = Environment.TickCount;
        var random = new Random(seed);
        var view = default(Viewport);
        for (var round = 0; round < 20_000; round++)
        {
            var (viewerColumns, viewerRows, columns, rows) = (random.Next(1, 20), random.Next(1, 20), random.Next(1, 30), random.Next(1, 30));
            var (column, row) = (random.Next(columns), random.Next(rows));

            view = view.Follow(viewerColumns, viewerRows, columns, rows, column, row);

            Assert.True(row >= view.Top && row < view.Top + view.Rows && column >= view.Left && column < view.Left + view.Columns, $"seed {seed}, {view}");
            Assert.True(view.Top >= 0 && view.Left >= 0 && view.Top + view.Rows <= rows && view.Left + view.Columns <= columns, $"seed {seed}, {view}");
        }
    }
}
