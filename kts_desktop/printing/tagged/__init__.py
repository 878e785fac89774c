"""Tagged PDF for ReportLab 5.1.0: the only place that touches ReportLab's private names."""
